using Waymark.Projects.Access;
using Waymark.Projects.Lifecycle;
using Waymark.Projects.Model.Templates;

namespace Waymark.Projects.Templates;

/// <summary>The writable members of a template.</summary>
public record ProjectTemplateInput
{
    [Required, TrimmedLength(ProjectTemplate.MaxNameLength)]
    public string? Name { get; init; }

    /// <summary>What a project gets from it.</summary>
    [Required]
    public TemplateContent? Content { get; init; }
}

public sealed record CreateProjectTemplateRequest : ProjectTemplateInput
{
    /// <summary>Left out: the caller's personal workspace.</summary>
    public Guid? WorkspaceId { get; init; }
}

/// <summary>POST makes a template; PUT gives it another version, and the earlier ones stay.</summary>
internal static class SaveProjectTemplate
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/project-templates", CreateAsync).RequirePermission(Permissions.ProjectCreate)
            .MayRefuse(ProblemKinds.NotFound, TemplateWriting.TemplateTooLarge).WithName("CreateProjectTemplate").WithSummary("Make a template for projects of a workspace");
        routes.MapPut("/api/project-templates/{id:guid}", ReplaceAsync).RequirePermission(Permissions.ProjectCreate)
            .MayRefuse(TemplateWriting.TemplateTooLarge).WithName("ReplaceProjectTemplate").WithSummary("Replace the writable members of a template for projects: a new version");
    }

    private static Task<Results<CreatedAnswer<ProjectTemplateResponse>, Problem>> CreateAsync(
        CreateProjectTemplateRequest request, Caller caller, ProjectsDbContext db, ProjectDoor door, TemplateWriting writing, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<ProjectTemplateResponse>, Problem>>(async () =>
        {
            var workspaceId = request.WorkspaceId ?? caller.Id;
            var (_, rank) = await door.FindWorkspaceAsync(workspaceId, caller.Id, ct);
            if ((CreateProject.Refusal(rank) ?? await writing.CheckAsync(request.Content!, workspaceId, caller.Id, ct)) is { } refused)
            {
                return refused;
            }

            var (template, version) = writing.Add(workspaceId, request.Name!, request.Content!, caller.Id);
            return await db.CommitAsync(
                Answers.Created($"/api/project-templates/{template.Id}", ProjectTemplateResponse.Of(template, version), template.Version), ct);
        });

    private static Task<Results<Answer<ProjectTemplateResponse>, Problem>> ReplaceAsync(
        Guid id, ProjectTemplateInput request, IfMatch ifMatch, Caller caller, ProjectsDbContext db, ProjectDoor door, TemplateWriting writing, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<ProjectTemplateResponse>, Problem>>(async () =>
        {
            if (await OpenTemplate.FindAsync(db, door, id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("template");
            }

            var problem = open.DemandEdit(caller.Id) ?? ifMatch.Check(open.Template.Version)
                ?? await writing.CheckAsync(request.Content!, open.Template.WorkspaceId, caller.Id, ct);
            if (problem is not null)
            {
                return problem;
            }

            // Whoever deletes the template takes its versions along, and may have done so since it was read.
            if (await db.TemplateVersions.AsNoTracking().FirstOrDefaultAsync(v => v.TemplateId == id && v.Version == open.Template.Version, ct) is not { } current)
            {
                return Problems.NotFound("template");
            }

            var version = writing.Change(open.Template, current, request.Name!, request.Content!, caller.Id);
            return await db.CommitAsync(Answers.Ok(ProjectTemplateResponse.Of(open.Template, version), version.Version), ct);
        });
}
