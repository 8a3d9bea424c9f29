using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Approving;

namespace Waymark.Tasks.Approvals;

/// <summary>What an approver wants to add.</summary>
public sealed record AnswerApprovalRequest([property: TrimmedLength(TaskApproval.MaxNoteLength)] string? Note);

/// <summary>
/// An approver says yes or no, once. The approval that makes it enough moves the task in the same change; when the move has become
/// impossible meanwhile, the answer says why and nothing is kept. For an approver who has left the project a manager answers.
/// </summary>
internal static class AnswerApproval
{
    private static readonly ProblemKind[] Refusals =
    [
        ProblemKinds.Forbidden, Access.ProjectArchived, TransitionProblems.IllegalTransition, TransitionProblems.FieldsRequired, TransitionProblems.RequiredStepsOpen,
        ApprovalRules.NotAnApprover, ApprovalRules.ApprovalDecided, ApprovalRules.AlreadyAnswered,
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/tasks/{task}/approvals/{approvalId:guid}/approve", ApproveAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(Refusals).WithName("ApproveTransition").WithSummary("Approve that a task enters a state; the last approval that it takes moves it");
        routes.MapPost("/api/tasks/{task}/approvals/{approvalId:guid}/reject", RejectAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(Refusals).WithName("RejectTransition").WithSummary("Refuse that a task enters a state");
    }

    private static Task<Results<Answer<ApprovalResponse>, Problem>> ApproveAsync(
        TaskReference reference, Guid approvalId, AnswerApprovalRequest? request, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        HandleAsync(reference, approvalId, new ApprovalAnswer(caller.Id, true, request?.Note?.Trim() ?? "", db.Scope.Now), ifMatch, db, projects, ct);

    private static Task<Results<Answer<ApprovalResponse>, Problem>> RejectAsync(
        TaskReference reference, Guid approvalId, AnswerApprovalRequest? request, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        HandleAsync(reference, approvalId, new ApprovalAnswer(caller.Id, false, request?.Note?.Trim() ?? "", db.Scope.Now), ifMatch, db, projects, ct);

    private static Task<Results<Answer<ApprovalResponse>, Problem>> HandleAsync(
        TaskReference reference, Guid approvalId, ApprovalAnswer answer, IfMatch ifMatch, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<ApprovalResponse>, Problem>>(async () =>
        {
            var (open, problem) = await OpenTask.FindAsync(db, projects, reference, answer.UserId, ct);
            problem ??= open!.Access.DemandWrite(Permissions.TaskRead);
            if (problem is not null)
            {
                return problem;
            }

            if (await db.Approvals.FirstOrDefaultAsync(a => a.Id == approvalId && a.TaskId == open!.Task.Id, ct) is not { } approval)
            {
                return Problems.NotFound("approval");
            }

            var absent = approval.ApproverIds.Contains(answer.UserId) ? null : await AbsentApprover.FindAsync(db, approval, open!, ct);
            if ((Check(approval, answer.UserId, absent) ?? ifMatch.Check(approval.Version)) is { } refused)
            {
                return refused;
            }

            if (absent is { } left)
            {
                approval.StandIn(left, answer.UserId);
            }

            var (before, draft) = (approval.Snapshot(), open!.Task.Draft());
            approval.Take(answer);
            if (approval.State == ApprovalStates.Approved && TransitionProblems.Move(draft, approval.Status, open.Access, db.Scope.Now, isApproved: true) is { } impossible)
            {
                return impossible;
            }

            await using var transaction = await db.BeginAsync(ct);
            var transitions = await TaskChange.RecordAsync(db, open, draft, ct);
            db.RecordApproval(open.Task, approval, before, open.Project);
            var response = Answers.Ok(ApprovalResponse.Of(approval), approval.Version);
            await TaskChange.SaveAsync(db, transitions, response, transaction, ct);
            return response;
        });

    private static Problem? Check(TaskApproval approval, Guid userId, Guid? absent) =>
        !approval.ApproverIds.Contains(userId) && absent is null ? ApprovalRules.NotAnApprover.Because()
        : approval.State != ApprovalStates.Pending ? ApprovalRules.ApprovalDecided.Because()
        : approval.IsAnsweredBy(userId) ? ApprovalRules.AlreadyAnswered.Because()
        : null;
}
