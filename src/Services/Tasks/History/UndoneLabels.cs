using Npgsql;

namespace Waymark.Tasks.History;

/// <summary>Labels that an undo brings back take the spelling that they have meanwhile; one that is gone is made anew.</summary>
internal static class UndoneLabels
{
    private const string Query =
        "select folded, name from project_label where project_id = @project and folded = any(@folded) order by folded for share";

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
            draft.NewLabels = [.. draft.Labels.Where(l => !known.ContainsKey(LabelNames.Fold(l)))];
            draft.Labels = [.. draft.Labels.Select(l => known.GetValueOrDefault(LabelNames.Fold(l), l))];
        }
    }

    private static async Task<Dictionary<string, string>> ReadAsync(TasksDbContext db, Guid projectId, string[] folded, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<string[]>("folded", folded));
        await using var row = await command.ExecuteReaderAsync(ct);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
        {
            known[row.GetString(0)] = row.GetString(1);
        }

        return known;
    }
}
