using Waymark.Tasks.Model.Planning;

namespace Waymark.Tasks.Planning;

/// <summary>The working calendar by which a project's schedule is calculated; managers set it.</summary>
internal static class EditCalendar
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{projectId:guid}/calendar", GetAsync).RequirePermission(Permissions.TaskRead)
            .WithName("GetCalendar").WithSummary("Read when is worked in a project");
        routes.MapPut("/api/projects/{projectId:guid}/calendar", ReplaceAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(Access.ProjectArchived).WithName("ReplaceCalendar").WithSummary("Say when is worked in a project: hours of the weekdays, and holidays");
    }

    private static async Task<Results<Answer<CalendarResponse>, Problem>> GetAsync(
        Guid projectId, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
    {
        if (await guard.FindAsync(projectId, caller.Id, ct) is not { } access)
        {
            return Problems.NotFound("project");
        }

        var calendar = await FindAsync(db, access.Project, ct);
        return Answers.Ok(CalendarResponse.Of(calendar, access.Project.TimeZone), calendar.Version);
    }

    private static Task<Results<Answer<CalendarResponse>, Problem>> ReplaceAsync(
        Guid projectId, CalendarInput request, IfMatch ifMatch, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<CalendarResponse>, Problem>>(async () =>
        {
            if (await guard.FindAsync(projectId, caller.Id, ct) is not { } access)
            {
                return Problems.NotFound("project");
            }

            var calendar = await FindAsync(db, access.Project, ct);
            if ((access.DemandWrite(Permissions.ProjectEdit) ?? ifMatch.Check(calendar.Version)) is { } refused)
            {
                return refused;
            }

            var draft = new ProjectCalendar { ProjectId = calendar.ProjectId, WorkspaceId = calendar.WorkspaceId };
            if (request.CopyTo(draft) is { } fault)
            {
                return fault;
            }

            db.RecordCalendar(calendar, draft);
            return await db.CommitAsync(Answers.Ok(CalendarResponse.Of(calendar, access.Project.TimeZone), calendar.Version), ct);
        });

    private static async Task<ProjectCalendar> FindAsync(TasksDbContext db, ProjectCopy project, CancellationToken ct) =>
        await db.Calendars.FirstOrDefaultAsync(c => c.ProjectId == project.Id, ct)
        ?? new ProjectCalendar { ProjectId = project.Id, WorkspaceId = project.WorkspaceId };
}
