using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.CustomFields;

internal static class DeleteCustomField
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/custom-fields/{fieldId:guid}", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived).WithName(nameof(DeleteCustomField)).WithSummary("Delete a custom field; its values are shown no more");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, Guid fieldId, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.DeleteAsync(CustomFieldResponse.Kind, new PartTarget(id, fieldId, caller.Id, ifMatch), Permissions.ProjectEdit, ct);
}
