using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Approving;

namespace Waymark.Tasks.Approvals;

/// <summary>An approver takes the own answer back while the request is not decided, and may answer anew.</summary>
internal static class WithdrawAnswer
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/tasks/{task}/approvals/{approvalId:guid}/answer", HandleAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(ProblemKinds.Forbidden, Access.ProjectArchived, ApprovalRules.ApprovalDecided)
            .WithName("WithdrawApprovalAnswer").WithSummary("Take the own answer to a request for approval back, until it is decided");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        TaskReference reference, Guid approvalId, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
            problem ??= open!.Access.DemandWrite(Permissions.TaskRead);
            if (problem is not null)
            {
                return problem;
            }

            if (await db.Approvals.FirstOrDefaultAsync(a => a.Id == approvalId && a.TaskId == open!.Task.Id, ct) is not { } approval || !approval.IsAnsweredBy(caller.Id))
            {
                return Problems.NotFound("answer of the caller");
            }

            if (((approval.State == ApprovalStates.Pending ? null : ApprovalRules.ApprovalDecided.Because()) ?? ifMatch.Check(approval.Version)) is { } refused)
            {
                return refused;
            }

            var before = approval.Snapshot();
            approval.TakeBack(caller.Id);
            db.RecordApproval(open!.Task, approval, before, open.Project);
            return await db.CommitAsync(Answers.Deleted(), ct);
        });
}
