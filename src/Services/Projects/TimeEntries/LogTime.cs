using Waymark.Projects.Access;
using Waymark.Projects.Parts;
using Waymark.Projects.TimeSheets;

namespace Waymark.Projects.TimeEntries;

internal static class LogTime
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/time-entries", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(OpenProject.ProjectArchived, OpenSheets.TimeSheetLocked).WithName(nameof(LogTime)).WithSummary("Write down time spent in a project");

    private static Task<Results<CreatedAnswer<TimeEntryResponse>, Problem>> HandleAsync(
        Guid id, TimeEntryInput request, Caller caller, ProjectParts parts, TimeRules rules, OpenSheets sheets, CancellationToken ct) =>
        parts.AddAsync(TimeEntryResponse.Kind, id, caller.Id, Permissions.TaskEdit, async open =>
        {
            var userId = request.UserId ?? caller.Id;
            var problem = TimeRules.CheckPerson(open, caller.Id, userId) ?? TimeRules.CheckDate(request.Date!.Value)
                ?? await rules.CheckTaskAsync(id, request.TaskId, caller.Id, ct);
            if (problem is not null)
            {
                return (null, problem);
            }

            var now = parts.Db.Scope.Now;
            var entry = new TimeEntry { Id = Guid.CreateVersion7(now), ProjectId = id, WorkspaceId = open.Project.WorkspaceId, CreatedAt = now };
            request.CopyTo(entry, userId);
            return await sheets.HoldAsync(ct, entry) is { } locked ? (null, locked) : (entry, null);
        }, ct);
}
