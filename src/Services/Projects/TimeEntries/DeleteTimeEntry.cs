using Waymark.Projects.Parts;

namespace Waymark.Projects.TimeEntries;

internal static class DeleteTimeEntry
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/time-entries/{entryId:guid}", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .WithName(nameof(DeleteTimeEntry)).WithSummary("Remove a time entry");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, Guid entryId, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.DeleteAsync(
            TimeEntryResponse.Kind, new PartTarget(id, entryId, caller.Id, ifMatch), Permissions.TaskEdit,
            (open, entry) => EditTimeEntry.CheckOwner(open, entry, caller.Id), ct);
}
