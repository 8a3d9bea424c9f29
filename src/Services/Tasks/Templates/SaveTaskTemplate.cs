using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Templates;

namespace Waymark.Tasks.Templates;

public sealed record CreateTaskTemplateRequest : TaskTemplateInput
{
    [Required]
    public Guid? ProjectId { get; init; }
}

/// <summary>POST makes a template, PUT replaces its writable members.</summary>
internal static class SaveTaskTemplate
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/task-templates", CreateAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(ProblemKinds.NotFound, Access.ProjectArchived, ExclusiveLabels.Clash).WithName("CreateTaskTemplate").WithSummary("Make a template for tasks of a project");
        routes.MapPut("/api/task-templates/{id:guid}", ReplaceAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived, ExclusiveLabels.Clash).WithName("ReplaceTaskTemplate").WithSummary("Replace the writable members of a template for tasks");
    }

    private static Task<Results<CreatedAnswer<TaskTemplateResponse>, Problem>> CreateAsync(
        CreateTaskTemplateRequest request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, TaskReferences references, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<TaskTemplateResponse>, Problem>>(async () =>
        {
            if (await guard.FindAsync(request.ProjectId!.Value, caller.Id, ct) is not { } access)
            {
                return Problems.NotFound("project");
            }

            var now = db.Scope.Now;
            var template = new TaskTemplate
            {
                Id = Guid.CreateVersion7(now),
                ProjectId = access.Project.Id,
                WorkspaceId = access.Project.WorkspaceId,
                CreatedBy = caller.Id,
                CreatedAt = now,
            };
            if ((access.DemandWrite(Permissions.TaskEdit) ?? request.CopyTo(template, now) ?? await FaultOfReferencesAsync(references, template, null, caller.Id, ct)) is { } refused)
            {
                return refused;
            }

            db.RecordTemplate(template, null);
            return await db.CommitAsync(Answers.Created($"/api/task-templates/{template.Id}", TaskTemplateResponse.Of(template), template.Version), ct);
        });

    private static Task<Results<Answer<TaskTemplateResponse>, Problem>> ReplaceAsync(
        Guid id, TaskTemplateInput request, IfMatch ifMatch, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, TaskReferences references, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<TaskTemplateResponse>, Problem>>(async () =>
        {
            if (await OpenTemplate.FindAsync(db, guard, id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("template");
            }

            var before = open.Template.Draft();
            var problem = open.Access.DemandWrite(Permissions.TaskEdit) ?? ifMatch.Check(before.Version) ?? request.CopyTo(open.Template, db.Scope.Now)
                ?? await FaultOfReferencesAsync(references, open.Template, before.Content, caller.Id, ct);
            if (problem is not null)
            {
                return problem;
            }

            if (!db.RecordTemplate(open.Template, before))
            {
                open.Template.UpdatedAt = before.UpdatedAt;
            }

            return await db.CommitAsync(Answers.Ok(TaskTemplateResponse.Of(open.Template), open.Template.Version), ct);
        });

    /// <summary>The problem of newly named assignees who cannot see the project, or of labels that exclude each other.</summary>
    private static Task<Problem?> FaultOfReferencesAsync(TaskReferences references, TaskTemplate template, TemplateContent? before, Guid callerId, CancellationToken ct) =>
        references.ResolveAsync(
            callerId, new TaskItem { ProjectId = template.ProjectId, WorkspaceId = template.WorkspaceId, Labels = before?.Labels ?? [] },
            new TaskInput { AssigneeIds = [.. template.Content.AssigneeIds.Except(before?.AssigneeIds ?? [])], Labels = template.Content.Labels }, ct);
}
