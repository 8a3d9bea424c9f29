using Waymark.Projects.Access;

namespace Waymark.Projects.Templates;

internal static class DeleteProjectTemplate
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/project-templates/{id:guid}", HandleAsync).RequirePermission(Permissions.ProjectCreate)
            .WithName(nameof(DeleteProjectTemplate)).WithSummary("Delete a template for projects with its versions; projects made from it stay");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, IfMatch ifMatch, Caller caller, ProjectsDbContext db, ProjectDoor door, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            if (await OpenTemplate.FindAsync(db, door, id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("template");
            }

            if ((open.DemandEdit(caller.Id) ?? ifMatch.Check(open.Template.Version)) is { } refused)
            {
                return refused;
            }

            db.Publish(open.Template, new ProjectTemplateDeleted(open.Template.NextState()));
            db.Templates.Remove(open.Template);
            return await db.CommitAsync(Answers.Deleted(), ct);
        });
}
