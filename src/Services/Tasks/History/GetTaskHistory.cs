using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.History;

/// <summary>One event of a task's history.</summary>
public sealed record TaskHistoryEntry(long Version, string Type, DateTimeOffset At, Guid? ActorId, Guid ChangeId, FieldChanges Changes);

internal static class GetTaskHistory
{
    private const string Sort = "version";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks/{task}/history", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(GetTaskHistory)).WithSummary("Everything that happened to a task, oldest first");

    private static async Task<Results<Answer<Page<TaskHistoryEntry>>, Problem>> HandleAsync(
        TaskReference reference, int? limit, string? cursor, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        var after = 0L;
        if (cursor is not null && !(Cursor.TryParse(cursor, Sort, out var from) && long.TryParse(from.Value, out after)))
        {
            return Cursor.Invalid;
        }

        var (id, problem) = await reference.ResolveAsync(db, caller.Id, ct);
        if (problem is not null)
        {
            return problem;
        }

        if (await TaskPast.FindOwnerAsync(db, projects, id, caller.Id, ct) is not { } owner)
        {
            return Problems.NotFound("task");
        }

        var entries = await db.Stream.AsNoTracking()
            .Where(e => e.StreamId == id && e.Version > after)
            .OrderBy(e => e.Version)
            .Take(size + 1)
            .ToListAsync(ct);
        var names = await CustomNames.OfAsync(db, owner.ProjectId, entries, ct);
        var rows = entries.ConvertAll(e => new TaskHistoryEntry(e.Version, e.Type, e.At, e.ActorId, e.ChangeId, names.Write(e.Changes)));
        return Answers.Ok(Page<TaskHistoryEntry>.Of(rows, size, e => new Cursor(Sort, e.Version.ToString(), id).ToString()));
    }
}
