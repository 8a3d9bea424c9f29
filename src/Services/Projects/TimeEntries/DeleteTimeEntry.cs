using Waymark.Projects.Access;
using Waymark.Projects.Parts;
using Waymark.Projects.TimeSheets;

namespace Waymark.Projects.TimeEntries;

internal static class DeleteTimeEntry
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/time-entries/{entryId:guid}", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(OpenProject.ProjectArchived, OpenSheets.TimeSheetLocked).WithName(nameof(DeleteTimeEntry)).WithSummary("Remove a time entry");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, Guid entryId, IfMatch ifMatch, Caller caller, ProjectParts parts, OpenSheets sheets, CancellationToken ct) =>
        parts.DeleteAsync(
            TimeEntryResponse.Kind, new PartTarget(id, entryId, caller.Id, ifMatch), Permissions.TaskEdit, ct,
            async (open, entry) => TimeRules.CheckOwner(open, entry.UserId, caller.Id) ?? await sheets.HoldAsync(ct, entry));
}
