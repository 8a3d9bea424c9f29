namespace Waymark.Tasks.Templates;

internal static class DeleteTaskTemplate
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/task-templates/{id:guid}", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived).WithName(nameof(DeleteTaskTemplate)).WithSummary("Delete a template for tasks; tasks made from it stay");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, IfMatch ifMatch, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            if (await OpenTemplate.FindAsync(db, guard, id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("template");
            }

            if ((open.Access.DemandWrite(Permissions.TaskEdit) ?? ifMatch.Check(open.Template.Version)) is { } refused)
            {
                return refused;
            }

            db.RecordDeletedTemplate(open.Template);
            return await db.CommitAsync(Answers.Deleted(), ct);
        });
}
