using Npgsql;
using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.History;

/// <summary>Labels that an undo brings back take the spelling that they have meanwhile; one that is gone is made anew.</summary>
internal static class UndoneLabels
{
    private const string Query =
        """
        select l.project_id, l.folded, l.name, l.given_up from project_label l
        where (l.project_id, l.folded) in (select * from unnest(@projects, @folded)) order by l.project_id, l.folded for share
        """;

    public static async Task SpellAsync(TasksDbContext db, IReadOnlyList<(TaskItem Task, TaskItem Draft)> undone, CancellationToken ct)
    {
        var relabelled = undone.Where(u => !u.Draft.Labels.AsSpan().SequenceEqual(u.Task.Labels)).Select(u => u.Draft).ToList();
        if (relabelled.Count == 0)
        {
            return;
        }

        var known = await ReadAsync(db, [.. relabelled.SelectMany(d => d.Labels.Select(l => (d.ProjectId, LabelNames.Fold(l)))).Distinct()], ct);
        foreach (var draft in relabelled)
        {
            var labels = draft.Labels.Select(l => (Name: l, Known: known.GetValueOrDefault((draft.ProjectId, LabelNames.Fold(l))))).ToList();
            draft.NewLabels = [.. labels.Where(l => l.Known.Name is null).Select(l => new NewLabel(l.Name, l.Known.GivenUp))];
            draft.Labels = [.. labels.Select(l => l.Known.Name ?? l.Name)];
        }
    }

    private static async Task<Dictionary<(Guid Project, string Folded), (string? Name, int GivenUp)>> ReadAsync(
        TasksDbContext db, (Guid Project, string Folded)[] labels, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", [.. labels.Select(l => l.Project)]));
        command.Parameters.Add(new NpgsqlParameter<string[]>("folded", [.. labels.Select(l => l.Folded)]));
        await using var row = await command.ExecuteReaderAsync(ct);
        var known = new Dictionary<(Guid, string), (string?, int)>();
        while (await row.ReadAsync(ct))
        {
            known[(row.GetGuid(0), row.GetString(1))] = (row.IsDBNull(2) ? null : row.GetString(2), row.GetInt32(3));
        }

        return known;
    }
}
