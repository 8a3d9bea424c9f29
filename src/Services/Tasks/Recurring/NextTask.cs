using Npgsql;
using Waymark.Tasks.Model.Recurring;

namespace Waymark.Tasks.Recurring;

/// <summary>
/// The task that follows one that recurs, made when that is completed, in the same transaction and under the same change id: so there is
/// one or none, and an undo of the completion takes it back.
/// </summary>
internal static class NextTask
{
    private const string TakeNumber =
        """
        update project_counter set last_number = last_number + 1, last_rank = last_rank + 1 where project_id = @project
        returning last_number, last_rank
        """;

    /// <summary>Whether a change completes a task that has not made its next one yet.</summary>
    public static bool IsDue(TaskItem before, TaskItem draft) =>
        draft.StatusCategory == StatusCategory.Completed && before.StatusCategory != StatusCategory.Completed && draft.Recurrence is { NextId: null };

    /// <summary>Drafts the next task, and notes it in the completed one; null when the series has ended. Runs in the transaction that saves both.</summary>
    public static async Task<TaskItem?> DraftAsync(TasksDbContext db, ProjectCopy project, TaskItem completed, CancellationToken ct)
    {
        var (zone, recurrence) = (TimeZones.Find(project.TimeZone), completed.Recurrence!);
        if (recurrence.Next(zone, completed.CompletedAt ?? db.Scope.Now) is not { } occurrence)
        {
            return null;
        }

        var next = new TaskItem { Id = Guid.CreateVersion7(db.Scope.Now), ProjectId = completed.ProjectId, WorkspaceId = completed.WorkspaceId, Fields = completed.Fields };
        foreach (var field in TaskFields.Table.All)
        {
            field.Copy(completed, next);
        }

        var initial = Workflow.Parse(project.WorkflowJson).Initial;
        (next.StatusCategory, next.CompletedAt) = ("", null);
        next.MoveTo(initial.Key, initial.Category, db.Scope.Now);
        new DateShift(zone, completed.Due ?? completed.Start ?? recurrence.Occurrence, occurrence).Apply(next, db.Scope.Now);
        next.Recurrence = recurrence with { Occurrence = occurrence, Number = recurrence.Number + 1, NextId = null };
        completed.Recurrence = recurrence with { NextId = next.Id };
        await TakePlaceAsync(db, next, ct);
        return next;
    }

    private static async Task TakePlaceAsync(TasksDbContext db, TaskItem next, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(TakeNumber, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", next.ProjectId));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        (next.Number, next.Rank) = (row.GetInt32(0), Rank.Whole(row.GetInt64(1)));
    }
}
