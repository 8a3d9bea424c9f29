namespace Waymark.Tasks.Approvals;

/// <summary>What keeps a request from being made or answered.</summary>
internal static class ApprovalRules
{
    public static readonly ProblemKind NoApprovalNeeded = ProblemKind.Unprocessable("no_approval_needed", "The state needs no approval; move the task there.");

    public static readonly ProblemKind ApprovalPending = ProblemKind.Conflict("approval_pending", "It was asked for already, and not all have answered.");

    public static readonly ProblemKind ApprovalDecided = ProblemKind.Conflict("approval_decided", "The request was decided or taken back already.");

    public static readonly ProblemKind AlreadyAnswered = ProblemKind.Conflict("already_answered", "The caller has answered already.");

    public static readonly ProblemKind AlreadyAnApprover = ProblemKind.Conflict("already_an_approver", "That person is asked already; everybody answers once.");

    public static readonly ProblemKind NotAnApprover = new(StatusCodes.Status403Forbidden, "not_an_approver", "The workflow does not name the caller among the approvers, and none of them has left the project.");
}
