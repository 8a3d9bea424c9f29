using Waymark.Projects.Parts;

namespace Waymark.Projects.CustomFields;

internal static class ListCustomFields
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id:guid}/custom-fields", ListAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListCustomFields)).WithSummary("List the custom fields of a project");
        routes.MapGet("/api/projects/{id:guid}/custom-fields/{fieldId:guid}", GetAsync).RequirePermission(Permissions.ProjectRead)
            .WithName("GetCustomField").WithSummary("Read a custom field");
    }

    private static Task<Results<Answer<Page<CustomFieldResponse>>, Problem>> ListAsync(
        Guid id, [AsParameters] PartListQuery query, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.ListAsync(CustomFieldResponse.Kind, id, query, caller.Id, all => all, ct);

    private static Task<Results<Answer<CustomFieldResponse>, Problem>> GetAsync(
        Guid id, Guid fieldId, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.GetAsync(CustomFieldResponse.Kind, id, fieldId, caller.Id, ct);
}
