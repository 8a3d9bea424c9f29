using Waymark.Projects.Access;
using Waymark.Projects.CustomFields;
using Waymark.Projects.Parts;

namespace Waymark.Projects.Types;

public sealed record EditTaskTypesRequest([property: Required, MaxLength(TypesOfTasks.Max)] IReadOnlyList<TaskTypeInput>? Types);

/// <summary>One type; without an icon and a colour it gets some.</summary>
public sealed record TaskTypeInput(
    [property: Required, RegularExpression(DefinitionKey.Pattern, ErrorMessage = DefinitionKey.Rule)] string? Key,
    [property: Required, TrimmedLength(60)] string? Name,
    [property: TrimmedLength(40)] string? Icon,
    [property: RegularExpression(Palette.Pattern, ErrorMessage = "A colour such as #46a758 is expected.")] string? Color);

/// <summary>
/// Replaces the types. Tasks name them by their keys and keep what they have: a type that is gone is not offered any more, and no
/// custom field belongs to it. A field whose last type goes belongs to all again, and asks nothing of them that they never had to have.
/// </summary>
internal static class EditTaskTypes
{
    private const string UsualIcon = "check";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/projects/{id:guid}/task-types", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived).WithName(nameof(EditTaskTypes)).WithSummary("Replace the types of a project's tasks");

    private static Task<Results<Answer<TaskTypesResponse>, Problem>> HandleAsync(
        Guid id, EditTaskTypesRequest request, IfMatch ifMatch, Caller caller, ProjectChange change, CancellationToken ct) =>
        change.RunAsync(id, caller.Id, async (open, draft) =>
        {
            if ((open.DemandWrite(Permissions.ProjectEdit) ?? ifMatch.Check(open.Project.Version) ?? Check(request.Types!)) is { } refused)
            {
                return refused;
            }

            draft.TaskTypesJson = Write(request.Types!);
            await LeaveFieldsAsync(change.Db, open.Project, draft, ct);
            return null;
        }, TaskTypesResponse.AnswerOf, ct);

    /// <summary>Takes the types that go off the fields that belong to them.</summary>
    private static async Task LeaveFieldsAsync(ProjectsDbContext db, Project project, Project draft, CancellationToken ct)
    {
        string[] gone = [.. Keys(project).Except(Keys(draft), StringComparer.Ordinal)];
        if (gone.Length == 0)
        {
            return;
        }

        var fields = await db.Set<CustomField>().Where(f => f.ProjectId == project.Id && f.TaskTypes.Any(key => gone.Contains(key))).OrderBy(f => f.Id).ToListAsync(ct);
        foreach (var field in fields)
        {
            var left = field.Draft();
            left.TaskTypes = [.. field.TaskTypes.Except(gone, StringComparer.Ordinal)];
            left.Required = left.TaskTypes.Length == 0 ? CustomFieldRequirements.Never : field.Required;
            ProjectParts.Record(db, CustomFieldResponse.Kind, field, left);
        }
    }

    private static IEnumerable<string> Keys(Project project) => TypesOfTasks.Parse(project.TaskTypesJson).Select(t => t.Key);

    private static Problem? Check(IReadOnlyList<TaskTypeInput> types) => Fault(types) is { } fault ? Problems.Invalid("types", fault) : null;

    /// <summary>The types as they are kept.</summary>
    internal static string Write(IReadOnlyList<TaskTypeInput> types) => TypesOfTasks.Serialize(
        [.. types.Select(t => new TaskType(t.Key!, t.Name!.Trim(), t.Icon?.Trim() is { Length: > 0 } icon ? icon : UsualIcon, t.Color ?? Palette.Of(t.Key!)))]);

    /// <summary>What is wrong with these types; null when nothing is.</summary>
    internal static string? Fault(IReadOnlyList<TaskTypeInput> types) =>
        types.Count == 0 ? "A project has at least one type of tasks."
        : types.DistinctBy(t => t.Key).Count() != types.Count ? "Two types have the same key."
        : null;
}
