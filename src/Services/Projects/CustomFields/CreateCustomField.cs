using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.CustomFields;

internal static class CreateCustomField
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/custom-fields", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, CustomFieldExists, TooManyCustomFields).WithName(nameof(CreateCustomField)).WithSummary("Give the tasks of a project a field of its own");

    internal static readonly ProblemKind CustomFieldExists =
        ProblemKind.Conflict("custom_field_exists", "The project has a field of this name already, in this or another spelling.");

    private static readonly ProblemKind TooManyCustomFields =
        ProblemKind.Unprocessable("too_many_custom_fields", $"A project has at most {CustomField.MaxInProject} custom fields.");

    internal static Problem Exists(string name) => CustomFieldExists.Because($"The project has a field {name} already, in this or another spelling.");

    private static Task<Results<CreatedAnswer<CustomFieldResponse>, Problem>> HandleAsync(
        Guid id, CustomFieldInput request, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.AddAsync(CustomFieldResponse.Kind, id, caller.Id, Permissions.ProjectEdit, async open =>
        {
            var now = parts.Db.Scope.Now;
            var field = new CustomField { Id = Guid.CreateVersion7(now), ProjectId = id, WorkspaceId = open.Project.WorkspaceId, CreatedAt = now };
            var others = await FieldFormulas.ReadAsync(parts.Db, id, ct, isLocking: CustomFieldTypes.IsComputed(request.Type!));
            var problem = request.CopyTo(field, others) ?? CustomFieldInput.UnknownTypes(field, open.Project.TaskTypesJson) ?? Check(field, others);
            return problem is null ? (field, null) : (null, problem);
        }, ct);

    /// <summary>Of two fields of one name at once the unique index lets one through.</summary>
    private static Problem? Check(CustomField field, FieldFormulas others) =>
        others.IsTaken(field) ? Exists(field.Name)
        : others.Count >= CustomField.MaxInProject ? TooManyCustomFields.Because()
        : CustomFieldTypes.IsComputed(field.Type) && others.ComputedCount >= CustomField.MaxComputedInProject
            ? TooManyCustomFields.Because($"A project has at most {CustomField.MaxComputedInProject} formulas and roll-ups.")
            : null;
}
