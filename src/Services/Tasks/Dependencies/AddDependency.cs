using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Linking;
using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Tasks.Dependencies;

/// <summary>What the task in the path is to another one.</summary>
public sealed record AddDependencyRequest
{
    /// <summary>The other task; of the same workspace, in any project in which the caller may edit tasks.</summary>
    [Required]
    public Guid? TaskId { get; init; }

    /// <summary><c>blocks</c>: the task in the path blocks <c>taskId</c>.</summary>
    [Required, OneOf(typeof(DependencyTypes))]
    public string? Type { get; init; }

    /// <summary>Which ends are tied where one blocks the other; <c>finish_to_start</c> when left out.</summary>
    [OneOf(typeof(LinkKinds))]
    public string? Link { get; init; }

    /// <summary>The working minutes that have to lie between these ends; negative where the tasks may overlap.</summary>
    [Range(-TaskDependency.MaxLagMinutes, TaskDependency.MaxLagMinutes)]
    public int? LagMinutes { get; init; }
}

internal static class AddDependency
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/{task}/dependencies", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived, DependencyRules.DependencyCycle, DependencyRules.DependencyExists, DependencyRules.OtherWorkspace)
            .WithName(nameof(AddDependency)).WithSummary("Make a task depend on another one, or the other way round");

    private static Task<Results<CreatedAnswer<DependencyResponse>, Problem>> HandleAsync(
        TaskReference reference, AddDependencyRequest request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<DependencyResponse>, Problem>>(async () =>
        {
            if (LinkFaults(request) is { } fault)
            {
                return fault;
            }

            await using var transaction = await db.BeginAsync(ct);
            var (id, problem) = await reference.ResolveAsync(db, caller.Id, ct);
            if (problem is not null)
            {
                return problem;
            }

            (var pair, problem) = await OpenPair.FindAsync(db, guard, id, request.TaskId!.Value, caller.Id, ct);
            if (problem is not null)
            {
                return problem;
            }

            if (pair!.Task == pair.Other)
            {
                var key = $"{pair.Task.Project.Key}-{pair.Task.Task.Number}";
                return DependencyRules.Cycle([key, key]);
            }

            var dependency = DependencyOf(request, pair.Task.Task, caller.Id, db.Scope.Now);
            if (await DependencyRules.RefusalAsync(db, dependency, pair, caller.Id, ct) is { } refused)
            {
                return refused;
            }

            pair.Record(db, dependency, isAdded: true);
            var response = DependencyResponse.Of(dependency, id, DependentTask.Of(pair.Other.Task, pair.Other.Project.Key));
            return await db.CommitAsync(
                Answers.Created($"/api/tasks/{id}/dependencies/{dependency.Id}", response, DependencyResponse.OnlyVersion), transaction, ct);
        });

    private static TaskDependency DependencyOf(AddDependencyRequest request, TaskItem task, Guid callerId, DateTimeOffset now)
    {
        var (kind, isBackwards) = DependencyTypes.Read(request.Type!);
        var isTied = kind == DependencyKind.Blocks;
        return new TaskDependency
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = task.WorkspaceId,
            FromId = isBackwards ? request.TaskId!.Value : task.Id,
            ToId = isBackwards ? task.Id : request.TaskId!.Value,
            Kind = kind,
            Link = !isTied ? null : request.Link is { } link ? LinkKinds.Read(link) : LinkKind.FinishToStart,
            LagMinutes = isTied ? request.LagMinutes ?? 0 : null,
            CreatedBy = callerId,
            CreatedAt = now,
        };
    }

    private static Problem? LinkFaults(AddDependencyRequest request)
    {
        if (DependencyTypes.Read(request.Type!).Kind == DependencyKind.Blocks)
        {
            return null;
        }

        const string Fault = "Only where one task blocks the other are ends tied.";
        return request.Link is not null ? Problems.Invalid("link", Fault)
            : request.LagMinutes is not null ? Problems.Invalid("lagMinutes", Fault)
            : null;
    }
}
