using System.Globalization;
using Waymark.Contracts.Projects;
using Waymark.Platform.EventSourcing;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.History;

/// <summary>One of the two states that are compared.</summary>
public sealed record TaskMoment(long Version, DateTimeOffset At);

/// <summary>In what two states of a task differ; fields that are the same in both are left out.</summary>
public sealed record TaskDifference(TaskMoment From, TaskMoment To, FieldChanges Changes);

/// <summary>Compares any two moments of a task, each an instant or a version. A deleted task has a past all the same.</summary>
internal static class DiffTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks/{task}/diff", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(DiffTask)).WithSummary("In what two states of a task differ");

    private static async Task<Results<Answer<TaskDifference>, Problem>> HandleAsync(
        TaskReference reference, string? from, string? to, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        var first = PastMoment.Creation;
        if (from is not null && !PastMoment.TryParse(from, out first))
        {
            return PastMoment.Wrong("from");
        }

        var second = PastMoment.Now;
        if (to is not null && !PastMoment.TryParse(to, out second))
        {
            return PastMoment.Wrong("to");
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

        var events = await db.Stream.AsNoTracking().Where(e => e.StreamId == id).OrderBy(e => e.Version).ToListAsync(ct);
        if (first.StateIn(events) is not { } before || second.StateIn(events) is not { } after)
        {
            return Problems.NotFound("task at that moment");
        }

        var changes = StreamFields<TaskItem>.Changes(TaskFields.Table.Differing(before, after), before, after, withOldTexts: true);
        var names = await CustomNames.OfAsync(db, owner.ProjectId, events, ct);
        return Answers.Ok(new TaskDifference(
            new TaskMoment(before.Version, before.UpdatedAt), new TaskMoment(after.Version, after.UpdatedAt), names.Write(changes)));
    }

    /// <summary>A moment in the life of a task, as callers name it.</summary>
    private readonly record struct PastMoment(long? Version, DateTimeOffset? At)
    {
        public static readonly PastMoment Creation = new(1, null);

        public static readonly PastMoment Now = new(null, null);

        public static bool TryParse(string? text, out PastMoment moment)
        {
            moment = default;
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                moment = new PastMoment(version, null);
                return version > 0;
            }

            var isInstant = InstantConverter.TryParse(text, out var instant);
            moment = new PastMoment(null, instant);
            return isInstant;
        }

        public static Problem Wrong(string field) => Problems.Invalid(field, "An instant such as 2026-03-01T09:30:00Z or the number of a version is expected.");

        /// <summary>The state then; null when the task was not there yet, or has no such version.</summary>
        public TaskItem? StateIn(List<StreamEvent> events)
        {
            var (version, at) = this;
            var state = new TaskItem();
            foreach (var e in events.TakeWhile(e => (version is null || e.Version <= version) && (at is null || e.At <= at)))
            {
                state.Apply(e);
            }

            return state.Version > 0 && (version is null || state.Version == version) ? state : null;
        }
    }
}
