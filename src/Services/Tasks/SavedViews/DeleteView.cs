namespace Waymark.Tasks.SavedViews;

internal static class DeleteView
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/views/{viewId:guid}", HandleAsync).RequirePermission(Permissions.ViewEdit)
            .MayRefuse(ProblemKinds.Forbidden).WithName(nameof(DeleteView)).WithSummary("Delete a saved view");

    private static Task<Results<Deleted, Problem>> HandleAsync(Guid viewId, IfMatch ifMatch, Caller caller, TasksDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            if (await ViewStore.FindAsync(db, viewId, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("view");
            }

            if ((open.DemandWrite(caller.Id) ?? ifMatch.Check(open.View.Version)) is { } refused)
            {
                return refused;
            }

            db.Add(ViewStore.Delete(open.View));
            await db.SaveChangesAsync(ct);
            return Answers.Deleted();
        });
}
