using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Dependencies;

internal static class RemoveDependency
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/tasks/{task}/dependencies/{dependencyId:guid}", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived).WithName(nameof(RemoveDependency)).WithSummary("Remove a dependency of a task");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        TaskReference reference, Guid dependencyId, IfMatch ifMatch, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            await using var transaction = await db.BeginAsync(ct);
            var (id, problem) = await reference.ResolveAsync(db, caller.Id, ct);
            if (problem is not null)
            {
                return problem;
            }

            if (await db.Dependencies.FirstOrDefaultAsync(d => d.Id == dependencyId && (d.FromId == id || d.ToId == id), ct) is not { } dependency)
            {
                return Problems.NotFound("dependency");
            }

            (var pair, problem) = await OpenPair.FindAsync(db, guard, id, dependency.OtherThan(id), caller.Id, ct);
            problem ??= ifMatch.Check(DependencyResponse.OnlyVersion);
            if (problem is not null)
            {
                return problem;
            }

            pair!.Record(db, dependency, isAdded: false);
            return await db.CommitAsync(Answers.Deleted(), transaction, ct);
        });
}
