using Waymark.Contracts.Tasks;
using Waymark.Platform.EventSourcing;

namespace Waymark.Tasks.Cycles;

/// <summary>How cycles work in a project.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="AllowsSeveral">Whether a task may stand in several open cycles; otherwise joining one is leaving the others.</param>
/// <param name="Version">0 for those that nobody has set.</param>
public sealed record CycleSettingsResponse(Guid ProjectId, bool AllowsSeveral, long Version)
{
    internal static CycleSettingsResponse Of(CycleSettings settings) => new(settings.ProjectId, settings.AllowsSeveral, settings.Version);
}

/// <summary>The writable members.</summary>
public sealed record CycleSettingsInput
{
    /// <summary>
    /// Whether a task may stand in several open cycles; false when left out. Taking it back leaves tasks where they stand, until they are
    /// taken into a cycle again.
    /// </summary>
    public bool AllowsSeveral { get; init; }
}

/// <summary>What managers decide about the cycles of their project.</summary>
internal static class EditCycleSettings
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{projectId:guid}/cycle-settings", GetAsync).RequirePermission(Permissions.TaskRead)
            .WithName("GetCycleSettings").WithSummary("Read how cycles work in a project");
        routes.MapPut("/api/projects/{projectId:guid}/cycle-settings", ReplaceAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(Access.ProjectArchived).WithName("ReplaceCycleSettings").WithSummary("Say whether a task may stand in several open cycles of a project");
    }

    private static async Task<Results<Answer<CycleSettingsResponse>, Problem>> GetAsync(
        Guid projectId, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
    {
        if (await guard.FindAsync(projectId, caller.Id, ct) is not { } access)
        {
            return Problems.NotFound("project");
        }

        var settings = await FindAsync(db, access.Project, ct);
        return Answers.Ok(CycleSettingsResponse.Of(settings), settings.Version);
    }

    private static Task<Results<Answer<CycleSettingsResponse>, Problem>> ReplaceAsync(
        Guid projectId, CycleSettingsInput request, IfMatch ifMatch, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<CycleSettingsResponse>, Problem>>(async () =>
        {
            if (await guard.FindAsync(projectId, caller.Id, ct) is not { } access)
            {
                return Problems.NotFound("project");
            }

            var settings = await FindAsync(db, access.Project, ct);
            if ((access.DemandWrite(Permissions.ProjectEdit) ?? ifMatch.Check(settings.Version)) is { } refused)
            {
                return refused;
            }

            var draft = settings with { AllowsSeveral = request.AllowsSeveral };
            var changed = CycleSettings.Fields.Differing(settings, draft);
            if (changed.Count > 0)
            {
                var changes = StreamFields<CycleSettings>.Changes(changed, settings, draft, withOldTexts: false);
                db.Publish(draft, new CycleSettingsUpdated(draft.State(), changes), draft.Write);
            }

            return await db.CommitAsync(Answers.Ok(CycleSettingsResponse.Of(draft), draft.Version), ct);
        });

    private static async Task<CycleSettings> FindAsync(TasksDbContext db, ProjectCopy project, CancellationToken ct) =>
        await db.Set<CycleSettings>().FirstOrDefaultAsync(s => s.ProjectId == project.Id, ct)
        ?? new CycleSettings { ProjectId = project.Id, WorkspaceId = project.WorkspaceId };
}
