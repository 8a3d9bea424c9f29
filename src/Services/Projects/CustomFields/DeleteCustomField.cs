using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.CustomFields;

internal static class DeleteCustomField
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/custom-fields/{fieldId:guid}", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, CustomFieldInUse).WithName(nameof(DeleteCustomField)).WithSummary("Delete a custom field; its values are shown no more");

    private static readonly ProblemKind CustomFieldInUse =
        ProblemKind.Conflict("custom_field_in_use", "A formula or a roll-up computes with the field; change or delete that first.");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, Guid fieldId, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.DeleteAsync(CustomFieldResponse.Kind, new PartTarget(id, fieldId, caller.Id, ifMatch), Permissions.ProjectEdit, ct, (_, field) => CheckAsync(parts.Db, field, ct));

    /// <summary>Whoever makes a formula at this moment holds the field; who comes later does not find it any more.</summary>
    private static async Task<Problem?> CheckAsync(ProjectsDbContext db, CustomField field, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from custom_field where id = {field.Id} for update", ct);
        return (await FieldFormulas.ReadAsync(db, field.ProjectId, ct)).UserOf(field.Id) is { } user
            ? CustomFieldInUse.Because($"The field {user.Name} computes with {field.Name}; change or delete that first.")
            : null;
    }
}
