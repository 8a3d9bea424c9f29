using Waymark.Contracts.Tasks;
using Waymark.Projects.Access;
using Waymark.Projects.Lifecycle;
using Waymark.Projects.Model.Templates;

namespace Waymark.Projects.Templates;

/// <summary>What the template is to be called.</summary>
public sealed record SaveProjectAsTemplateRequest([property: Required, TrimmedLength(ProjectTemplate.MaxNameLength)] string? Name);

/// <summary>Makes a template out of a project as it stands, for its workspace.</summary>
internal static class SaveProjectAsTemplate
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/save-as-template", HandleAsync).RequirePermission(Permissions.ProjectCreate)
            .MayRefuse(TemplateWriting.TemplateTooLarge).WithName(nameof(SaveProjectAsTemplate)).WithSummary("Make a template for projects out of a project");

    private static Task<Results<CreatedAnswer<ProjectTemplateResponse>, Problem>> HandleAsync(
        Guid id, SaveProjectAsTemplateRequest request, Caller caller, ProjectDoor door, ITaskAccess tasks, TemplateWriting writing, CancellationToken ct) =>
        writing.Db.DecideAsync<Results<CreatedAnswer<ProjectTemplateResponse>, Problem>>(async () =>
        {
            if (await door.FindAsync(id, caller.Id, ct) is not { Project: var project })
            {
                return Problems.NotFound("project");
            }

            // Whoever sees a project without being in its workspace cannot use templates there either.
            var (_, rank) = await door.FindWorkspaceAsync(project.WorkspaceId, caller.Id, ct);
            if ((rank == 0 ? Problems.Forbidden("Only members of the workspace can make templates in it.") : CreateProject.Refusal(rank)) is { } refused)
            {
                return refused;
            }

            var present = await door.PresentAsync(project.WorkspaceId, caller.Id, project.Members.ConvertAll(m => m.UserId), ct);
            var plans = await tasks.PlansOfAsync(id, ct);
            var content = await ProjectPattern.ReadAsync(writing.Db, project, present, plans, ct);
            if (plans.Count > TaskPlan.MostAtOnce || content.Members!.Count > 200)
            {
                return TemplateWriting.TemplateTooLarge.Because();
            }

            if (await writing.CheckAsync(content, project.WorkspaceId, caller.Id, ct) is { } fault)
            {
                return fault;
            }

            var (template, version) = writing.Add(project.WorkspaceId, request.Name!, content, caller.Id);
            return await writing.Db.CommitAsync(
                Answers.Created($"/api/project-templates/{template.Id}", ProjectTemplateResponse.Of(template, version), template.Version), ct);
        });
}
