using Waymark.Tasks.Dependencies;
using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Tasks.Planning;

/// <summary>Which schedule is asked for.</summary>
public sealed record ScheduleQuery
{
    /// <summary>Whether to place the tasks so that nobody works beyond their capacity as well.</summary>
    public bool? Level { get; init; }

    /// <summary>When the work begins: a date, which means its beginning in the project's time zone, or an instant; now when left out.</summary>
    public string? From { get; init; }
}

internal static class GetSchedule
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{projectId:guid}/schedule", HandleAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(DependencyRules.DependencyCycle).WithName(nameof(GetSchedule)).WithSummary("Calculate the schedule of a project");

    private static async Task<Results<Answer<ScheduleResponse>, Problem>> HandleAsync(
        Guid projectId, [AsParameters] ScheduleQuery query, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
    {
        Moment? from = Moment.TryParse(query.From, out var named) && PlanMoments.AreInRange(named) ? named : null;
        if (query.From is not null && from is null)
        {
            return Problems.Invalid("from", PlanMoments.Expected);
        }

        if (await guard.FindAsync(projectId, caller.Id, ct) is not { } access)
        {
            return Problems.NotFound("project");
        }

        var start = from?.Effective(TimeZones.Find(access.Project.TimeZone), isEnd: false) ?? db.Scope.Now;
        var project = await PlannedProject.ReadAsync(db, access.Project, start, ct);
        return Schedule.TryCalculate(project.Plan, out var schedule, out var cycle)
            ? Answers.Ok(ScheduleResponse.Of(project, schedule, query.Level == true ? LevelledSchedule.Of(schedule) : null))
            : DependencyRules.Cycle([.. cycle.Append(cycle[0]).Select(project.KeyOf)]);
    }
}
