using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Approving;

namespace Waymark.Tasks.Approvals;

/// <summary>Who has asked, or a manager, takes the question back while it is open.</summary>
internal static class WithdrawApproval
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/tasks/{task}/approvals/{approvalId:guid}", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived, ApprovalRules.ApprovalDecided).WithName(nameof(WithdrawApproval)).WithSummary("Take a request for approval back");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        TaskReference reference, Guid approvalId, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
            problem ??= open!.Access.DemandWrite(Permissions.TaskEdit);
            if (problem is not null)
            {
                return problem;
            }

            var approval = await db.Approvals.FirstOrDefaultAsync(a => a.Id == approvalId && a.TaskId == open!.Task.Id, ct);
            if (approval is null or { State: ApprovalStates.Withdrawn })
            {
                return Problems.NotFound("approval");
            }

            problem = (approval.RequestedBy == caller.Id ? null : open!.Access.Demand(Permissions.ProjectEdit))
                ?? (approval.State == ApprovalStates.Pending ? null : ApprovalRules.ApprovalDecided.Because())
                ?? ifMatch.Check(approval.Version);
            if (problem is not null)
            {
                return problem;
            }

            var before = approval.Snapshot();
            (approval.State, approval.DecidedAt) = (ApprovalStates.Withdrawn, db.Scope.Now);
            approval.Version++;
            db.RecordApproval(open!.Task, approval, before, open.Project);
            return await db.CommitAsync(Answers.Deleted(), ct);
        });
}
