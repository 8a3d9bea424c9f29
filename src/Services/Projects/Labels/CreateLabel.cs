using Waymark.Projects.Access;

namespace Waymark.Projects.Labels;

internal static class CreateLabel
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/labels", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(OpenProject.ProjectArchived, EditLabel.LabelExists).WithName(nameof(CreateLabel)).WithSummary("Create a label in a project");

    private static Task<Results<CreatedAnswer<LabelResponse>, Problem>> HandleAsync(
        Guid id, LabelInput request, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<LabelResponse>, Problem>>(async () =>
        {
            if (await door.FindAsync(id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("project");
            }

            if (open.DemandWrite(Permissions.TaskEdit) is { } refused)
            {
                return refused;
            }

            await using var transaction = await db.BeginAsync(ct);
            var group = await LabelGroup.OpenAsync(db, id, request, ct);
            if (group.Problem is not null)
            {
                return group.Problem;
            }

            var others = await db.Labels.Where(l => l.ProjectId == id).Select(l => new { l.Folded, l.Color }).ToListAsync(ct);
            var label = Label.Of(db.Scope.Now, id, open.Project.WorkspaceId, request.Name!, others.Select(l => l.Color), request.Color);
            if (others.Exists(l => l.Folded == label.Folded))
            {
                return EditLabel.Exists(label.Name);
            }

            group.Take(label);
            db.Labels.Add(label);
            db.Publish(label, new LabelCreated(id, label.Id, label.Name, label.Color, FieldChanges.Of("name", null, label.Name), label.ExclusiveGroup));
            return await db.CommitAsync(Answers.Created($"/api/projects/{id}/labels/{label.Id}", LabelResponse.Of(label), label.Version), transaction, ct);
        });
}
