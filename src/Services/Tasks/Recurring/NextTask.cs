using Npgsql;
using Waymark.Tasks.Model.Recurring;

namespace Waymark.Tasks.Recurring;

/// <summary>
/// The task that follows one that recurs, made when that is completed, in the same transaction and under the same change id: so there is
/// one or none, and an undo of the completion takes it back.
/// </summary>
internal static class NextTask
{
    private const string TakePlaces =
        """
        update project_counter set last_number = last_number + @count, last_rank = last_rank + @count where project_id = @project
        returning last_number, last_rank
        """;

    /// <summary>Whether a change completes a task that has not made its next one yet.</summary>
    public static bool IsDue(TaskItem before, TaskItem draft) =>
        draft.StatusCategory == StatusCategory.Completed && before.StatusCategory != StatusCategory.Completed && draft.Recurrence is { NextId: null };

    /// <summary>
    /// Drafts the next of each of these tasks of one project, and notes it in the completed one; none where a series has ended. Runs in
    /// the transaction that saves both.
    /// </summary>
    public static async Task<IReadOnlyList<TaskItem>> DraftAsync(TasksDbContext db, ProjectCopy project, IReadOnlyList<TaskItem> completed, CancellationToken ct)
    {
        var next = completed.Select(task => Draft(project, task, db.Scope.Now)).OfType<TaskItem>().ToList();
        if (next.Count > 0)
        {
            await TakeAsync(db, project.Id, next, ct);
        }

        return next;
    }

    private static TaskItem? Draft(ProjectCopy project, TaskItem completed, DateTimeOffset now)
    {
        var (zone, recurrence) = (TimeZones.Find(project.TimeZone), completed.Recurrence!);
        if (recurrence.Next(zone, completed.CompletedAt ?? now) is not { } occurrence)
        {
            return null;
        }

        var next = new TaskItem { Id = Guid.CreateVersion7(now), ProjectId = completed.ProjectId, WorkspaceId = completed.WorkspaceId, Fields = completed.Fields };
        foreach (var field in TaskFields.Table.All)
        {
            field.Copy(completed, next);
        }

        var initial = Workflow.Parse(project.WorkflowJson).Initial;
        (next.StatusCategory, next.CompletedAt) = ("", null);
        next.MoveTo(initial.Key, initial.Category, now);
        new DateShift(zone, completed.Due ?? completed.Start ?? recurrence.Occurrence, occurrence).Apply(next, now);
        next.Recurrence = recurrence with { Occurrence = occurrence, Number = recurrence.Number + 1, NextId = null };
        completed.Recurrence = recurrence with { NextId = next.Id };
        return next;
    }

    private static async Task TakeAsync(TasksDbContext db, Guid projectId, List<TaskItem> next, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(TakePlaces, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<int>("count", next.Count));
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
        {
            throw new DbUpdateConcurrencyException("The project was erased meanwhile.");
        }

        var (lastNumber, lastRank) = (row.GetInt32(0), row.GetInt64(1));
        for (var i = 0; i < next.Count; i++)
        {
            var behind = next.Count - 1 - i;
            (next[i].Number, next[i].Rank) = (lastNumber - behind, Rank.Whole(lastRank - behind));
        }
    }
}
