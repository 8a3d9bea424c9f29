using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Approving;

namespace Waymark.Tasks.Approvals;

/// <param name="UserId">The member of the project who answers from now on.</param>
public sealed record DelegateApprovalRequest([property: Required] Guid? UserId);

/// <summary>An approver who has not answered hands the own answer over; how many approvals it takes stays what it was.</summary>
internal static class DelegateApproval
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/{task}/approvals/{approvalId:guid}/delegate", HandleAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(
                ProblemKinds.Forbidden, Access.ProjectArchived, ApprovalRules.NotAnApprover, ApprovalRules.ApprovalDecided, ApprovalRules.AlreadyAnswered,
                ApprovalRules.AlreadyAnApprover)
            .WithName(nameof(DelegateApproval)).WithSummary("Hand the own answer to a request for approval over to another member of the project");

    private static Task<Results<Answer<ApprovalResponse>, Problem>> HandleAsync(
        TaskReference reference, Guid approvalId, DelegateApprovalRequest request, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<ApprovalResponse>, Problem>>(async () =>
        {
            var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
            problem ??= open!.Access.DemandWrite(Permissions.TaskRead);
            if (problem is not null)
            {
                return problem;
            }

            if (await db.Approvals.FirstOrDefaultAsync(a => a.Id == approvalId && a.TaskId == open!.Task.Id, ct) is not { } approval)
            {
                return Problems.NotFound("approval");
            }

            var heir = request.UserId!.Value;
            if ((Check(approval, caller.Id, heir) ?? ifMatch.Check(approval.Version)) is { } refused)
            {
                return refused;
            }

            // A project of which this service lacks the person is asked for once.
            if (await new ProjectGuard<TasksDbContext>(db, projects).FindAsync(open!.Project.Id, heir, ct) is null)
            {
                return Problems.NotFound("person in this project");
            }

            approval.HandOver(caller.Id, heir);
            db.RecordDelegation(open.Task, approval, caller.Id, heir, open.Project);
            return await db.CommitAsync(Answers.Ok(ApprovalResponse.Of(approval), approval.Version), ct);
        });

    private static Problem? Check(TaskApproval approval, Guid callerId, Guid heir) =>
        !approval.ApproverIds.Contains(callerId) ? ApprovalRules.NotAnApprover.Because()
        : approval.State != ApprovalStates.Pending ? ApprovalRules.ApprovalDecided.Because()
        : approval.IsAnsweredBy(callerId) ? ApprovalRules.AlreadyAnswered.Because()
        : approval.ApproverIds.Contains(heir) ? ApprovalRules.AlreadyAnApprover.Because()
        : null;
}
