using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.CustomFields;

/// <summary>Renames a field, or changes its options, the types that have it or what it computes; tasks keep their values under the field's id, so a new name costs nothing.</summary>
internal static class EditCustomField
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/projects/{id:guid}/custom-fields/{fieldId:guid}", ReplaceAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, CreateCustomField.CustomFieldExists, CustomFieldInput.TypeFixed).WithName("ReplaceCustomField").WithSummary("Replace the writable members of a custom field");
        routes.MapPatch("/api/projects/{id:guid}/custom-fields/{fieldId:guid}", PatchAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, CreateCustomField.CustomFieldExists, CustomFieldInput.TypeFixed).WithName("EditCustomField").WithSummary("Change some members of a custom field");
    }

    private static Task<Results<Answer<CustomFieldResponse>, Problem>> ReplaceAsync(
        Guid id, Guid fieldId, CustomFieldInput request, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        ChangeAsync(parts, new PartTarget(id, fieldId, caller.Id, ifMatch), _ => request, ct);

    private static Task<Results<Answer<CustomFieldResponse>, Problem>> PatchAsync(
        Guid id, Guid fieldId, MergePatch<CustomFieldInput> patch, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        ChangeAsync(parts, new PartTarget(id, fieldId, caller.Id, ifMatch), field => patch.ApplyTo(CustomFieldInput.Of(field)), ct);

    private static Task<Results<Answer<CustomFieldResponse>, Problem>> ChangeAsync(
        ProjectParts parts, PartTarget target, Func<CustomField, CustomFieldInput> inputOf, CancellationToken ct) =>
        parts.ChangeAsync(CustomFieldResponse.Kind, target, Permissions.ProjectEdit, async (open, field) =>
        {
            var others = await FieldFormulas.ReadAsync(parts.Db, field.ProjectId, ct, isLocking: CustomFieldTypes.IsComputed(field.Type));
            others.FillIn(field);
            var input = inputOf(field);
            var draft = field.Draft();
            var fault = Shape.Check(input) is { } errors ? Problems.Invalid(errors) : input.CopyTo(draft, others);
            if ((fault ?? CustomFieldInput.UnknownTypes(draft, open.Project.TaskTypesJson)) is { } problem)
            {
                return (null, problem);
            }

            return others.IsTaken(draft) ? (null, CreateCustomField.Exists(draft.Name)) : (draft, null);
        }, ct);
}
