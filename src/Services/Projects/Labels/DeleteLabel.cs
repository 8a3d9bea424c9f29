using Waymark.Projects.Access;

namespace Waymark.Projects.Labels;

internal static class DeleteLabel
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/labels/{labelId:guid}", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived).WithName(nameof(DeleteLabel)).WithSummary("Delete a label; it leaves every task that carries it");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, Guid labelId, IfMatch ifMatch, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            var (label, problem) = await EditLabel.OpenAsync(id, labelId, ifMatch, caller, door, db, ct);
            if (label is null)
            {
                return problem!;
            }

            db.Publish(label, new LabelDeleted(id, label.Id, label.Name, label.Color, FieldChanges.Of("name", label.Name, null), label.ExclusiveGroup));
            db.Labels.Remove(label);
            await EditLabel.GiveUpNameAsync(db, label, ct);
            await db.SaveChangesAsync(ct);
            return Answers.Deleted();
        });
}
