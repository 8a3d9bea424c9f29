using Npgsql;
using Waymark.Tasks.Definitions;

namespace Waymark.Tasks.History;

/// <summary>What an undo touches of a project's definitions: it brings nothing back to a task that its project has deleted meanwhile.</summary>
internal static class UndoneDefinitions
{
    private const string Query = "select id from project_milestone where id = any(@milestones) and not is_gone order by id for share";

    /// <summary>Reads the custom fields whose values are told of.</summary>
    public static async Task NameAsync(TasksDbContext db, IReadOnlyList<(TaskItem Task, TaskItem Draft)> undone, CancellationToken ct)
    {
        // A change reaches one project, as a rule; one of many costs a read for each that has values.
        foreach (var project in undone.Where(u => (u.Task.CustomJson ?? u.Draft.CustomJson) is not null).GroupBy(u => u.Draft.ProjectId))
        {
            var fields = await ProjectFields.ReadAsync(db, project.Key, ct);
            foreach (var (_, draft) in project)
            {
                draft.Fields = fields;
            }
        }
    }

    public static async Task LeaveOutAsync(TasksDbContext db, IReadOnlyList<(TaskItem Task, TaskItem Draft)> undone, CancellationToken ct)
    {
        var aimed = undone.Where(u => u.Draft.MilestoneId is not null && u.Draft.MilestoneId != u.Task.MilestoneId).Select(u => u.Draft).ToList();
        if (aimed.Count == 0)
        {
            return;
        }

        var alive = new HashSet<Guid>();
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("milestones", [.. aimed.Select(d => d.MilestoneId!.Value).Distinct()]));
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            alive.Add(row.GetGuid(0));
        }

        foreach (var draft in aimed.Where(d => !alive.Contains(d.MilestoneId!.Value)))
        {
            draft.MilestoneId = null;
        }
    }
}
