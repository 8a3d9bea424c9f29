using Waymark.Projects.Access;
using Waymark.Projects.Views;

namespace Waymark.Projects.Lifecycle;

/// <summary>PUT replaces the writable members, PATCH merges into them; both end in the same change.</summary>
internal static class EditProject
{
    private static readonly ProblemKind[] Refusals =
        [OpenProject.ProjectArchived, KeyReservation.KeyTaken, ParentRules.ProjectCircle, ParentRules.ProjectsTooDeep, ParentRules.OtherWorkspace];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/projects/{id:guid}", ReplaceAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(Refusals).WithName("ReplaceProject").WithSummary("Replace the writable members of a project");
        routes.MapPatch("/api/projects/{id:guid}", PatchAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(Refusals).WithName("EditProject").WithSummary("Change some members of a project");
    }

    private static Task<Results<Answer<ProjectResponse>, Problem>> ReplaceAsync(
        Guid id, ProjectInput request, IfMatch ifMatch, Caller caller, ProjectChange change, CancellationToken ct) =>
        ChangeAsync(id, _ => request, ifMatch, caller, change, ct);

    private static Task<Results<Answer<ProjectResponse>, Problem>> PatchAsync(
        Guid id, MergePatch<ProjectInput> patch, IfMatch ifMatch, Caller caller, ProjectChange change, CancellationToken ct) =>
        ChangeAsync(id, project => patch.ApplyTo(ProjectInput.Of(project)), ifMatch, caller, change, ct);

    private static Task<Results<Answer<ProjectResponse>, Problem>> ChangeAsync(
        Guid id, Func<Project, ProjectInput> inputOf, IfMatch ifMatch, Caller caller, ProjectChange change, CancellationToken ct) =>
        change.RunAsync(id, caller.Id, async (open, draft) =>
        {
            if ((open.DemandWrite(Permissions.ProjectEdit) ?? ifMatch.Check(open.Project.Version)) is { } refused)
            {
                return refused;
            }

            var input = inputOf(open.Project);
            if (Shape.Check(input) is { } errors)
            {
                return Problems.Invalid(errors);
            }

            return input.CopyTo(draft)
                ?? await ParentRules.CheckChangeAsync(change, open, draft, caller.Id, ct)
                ?? (input.Key is { } key && key != draft.Key ? await KeyReservation.ChangeAsync(change.Db, draft, key, ct) : null);
        }, ProjectResponse.AnswerOf, ct);
}
