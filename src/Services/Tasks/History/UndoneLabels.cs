using Npgsql;
using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.History;

/// <summary>Labels that an undo brings back take the spelling that they have meanwhile; one that is gone is made anew.</summary>
internal static class UndoneLabels
{
    private const string Query =
        "select folded, name, given_up from project_label where project_id = @project and folded = any(@folded) order by folded for share";

    public static async Task SpellAsync(TasksDbContext db, Guid projectId, IReadOnlyList<(TaskItem Task, TaskItem Draft)> undone, CancellationToken ct)
    {
        var relabelled = undone.Where(u => !u.Draft.Labels.AsSpan().SequenceEqual(u.Task.Labels)).Select(u => u.Draft).ToList();
        if (relabelled.Count == 0)
        {
            return;
        }

        var known = await ReadAsync(db, projectId, [.. relabelled.SelectMany(d => d.Labels).Select(LabelNames.Fold).Distinct(StringComparer.Ordinal)], ct);
        foreach (var draft in relabelled)
        {
            var labels = draft.Labels.Select(l => (Name: l, Known: known.GetValueOrDefault(LabelNames.Fold(l)))).ToList();
            draft.NewLabels = [.. labels.Where(l => l.Known.Name is null).Select(l => new NewLabel(l.Name, l.Known.GivenUp))];
            draft.Labels = [.. labels.Select(l => l.Known.Name ?? l.Name)];
        }
    }

    private static async Task<Dictionary<string, (string? Name, int GivenUp)>> ReadAsync(TasksDbContext db, Guid projectId, string[] folded, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<string[]>("folded", folded));
        await using var row = await command.ExecuteReaderAsync(ct);
        var known = new Dictionary<string, (string?, int)>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
        {
            known[row.GetString(0)] = (row.IsDBNull(1) ? null : row.GetString(1), row.GetInt32(2));
        }

        return known;
    }
}
