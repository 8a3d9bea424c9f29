using Waymark.Tasks.Querying;

namespace Waymark.Tasks.SavedViews;

/// <summary>PUT replaces the writable members, PATCH merges into them; both end in the same change.</summary>
internal static class EditView
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/views/{viewId:guid}", ReplaceAsync).RequirePermission(Permissions.ViewEdit)
            .MayRefuse(ProblemKinds.Forbidden, QueriedList.QueryInvalid).WithName("ReplaceView").WithSummary("Replace the writable members of a saved view");
        routes.MapPatch("/api/views/{viewId:guid}", PatchAsync).RequirePermission(Permissions.ViewEdit)
            .MayRefuse(ProblemKinds.Forbidden, QueriedList.QueryInvalid).WithName("EditView").WithSummary("Change some members of a saved view");
    }

    private static Task<Results<Answer<ViewResponse>, Problem>> ReplaceAsync(
        Guid viewId, ViewInput request, IfMatch ifMatch, Caller caller, TasksDbContext db, KeptQuery kept, CancellationToken ct) =>
        ChangeAsync(viewId, _ => request, ifMatch, caller.Id, db, kept, ct);

    private static Task<Results<Answer<ViewResponse>, Problem>> PatchAsync(
        Guid viewId, MergePatch<ViewInput> patch, IfMatch ifMatch, Caller caller, TasksDbContext db, KeptQuery kept, CancellationToken ct) =>
        ChangeAsync(viewId, view => patch.ApplyTo(ViewInput.Of(view)), ifMatch, caller.Id, db, kept, ct);

    private static Task<Results<Answer<ViewResponse>, Problem>> ChangeAsync(
        Guid viewId, Func<SavedView, ViewInput> inputOf, IfMatch ifMatch, Guid callerId, TasksDbContext db, KeptQuery kept, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<ViewResponse>, Problem>>(async () =>
        {
            await using var transaction = await db.BeginAsync(ct);
            if (await ViewStore.FindAsync(db, viewId, callerId, ct) is not { } open)
            {
                return Problems.NotFound("view");
            }

            if ((open.DemandWrite(callerId) ?? ifMatch.Check(open.View.Version)) is { } refused)
            {
                return refused;
            }

            var input = inputOf(open.View);
            if (Shape.Check(input) is { } errors)
            {
                return Problems.Invalid(errors);
            }

            var view = input.CopyTo(open.View, db.Scope.Now);
            if (await ViewRules.CheckAsync(view, open.View, open.Rank, kept, callerId, ct) is { } problem)
            {
                return problem;
            }

            db.Add(ViewStore.Update(view));
            return await db.CommitAsync(Answers.Ok(ViewResponse.Of(view), view.Version), transaction, ct);
        });
}
