using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Lifecycle;

/// <summary>What is said when a status cannot be had.</summary>
internal static class TransitionProblems
{
    public static readonly ProblemKind IllegalTransition =
        ProblemKind.Unprocessable("illegal_transition", "The project's workflow has no way between these two statuses; legal names those that it has.");

    public static readonly ProblemKind RequiredStepsOpen =
        ProblemKind.Unprocessable("required_steps_open", "The task has steps that must be done before it is completed; steps names them.");

    public static readonly ProblemKind TransitionForbidden =
        new(StatusCodes.Status403Forbidden, "transition_forbidden", "The project's workflow keeps this move for a stronger role, which role names.");

    public static readonly ProblemKind FieldsRequired =
        ProblemKind.Unprocessable("fields_required", "The project wants fields of the task filled first; fields names those that are missing.");

    public static readonly ProblemKind ApprovalRequired =
        ProblemKind.Unprocessable("approval_required", "The project's workflow wants the status approved first; ask for it by POST …/approvals.");

    /// <summary>What <see cref="Enter"/> may say.</summary>
    public static readonly ProblemKind[] OfNewTasks = [RequiredStepsOpen, FieldsRequired, ApprovalRequired];

    /// <summary>What <see cref="Move"/> may say.</summary>
    public static readonly ProblemKind[] OfMoves = [IllegalTransition, TransitionForbidden, .. OfNewTasks];

    public static Problem UnknownStatus(Workflow workflow) =>
        Problems.Invalid("status", $"One of {string.Join(", ", workflow.States.Select(s => s.Key))} is expected.");

    public static Problem Illegal(Workflow workflow, string from, string to)
    {
        var legal = workflow.LegalFrom(from);
        return IllegalTransition.Because(
            $"The project's workflow has no way from {from} to {to}; from there a task may go to {string.Join(", ", legal)}.",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["from"] = from, ["to"] = to, ["legal"] = legal });
    }

    /// <summary>
    /// Moves a draft to a status of the workflow, or says why not. Approvers decide without regard to the role that the move is kept for.
    /// </summary>
    public static Problem? Move(TaskItem draft, string status, Access access, DateTimeOffset now, bool isApproved = false)
    {
        var workflow = Workflow.Parse(access.Project.WorkflowJson);
        if (workflow.Find(status) is not { } state)
        {
            return UnknownStatus(workflow);
        }

        if (!workflow.Allows(draft.Status, status))
        {
            return Illegal(workflow, draft.Status, status);
        }

        return !isApproved && draft.Status != status && workflow.RoleFor(draft.Status, status) is { } role && access.Rank < ProjectRoles.Rank(role)
            ? Forbidden(draft.Status, status, role)
            : Enter(draft, state, now, isApproved);
    }

    /// <summary>
    /// Sets a finished draft into a state that it may have, or says what is to be done before; approvals last, as nobody can ask for them
    /// before the rest is done.
    /// </summary>
    public static Problem? Enter(TaskItem draft, WorkflowState state, DateTimeOffset now, bool isApproved = false)
    {
        var isNew = draft.Status != state.Key;
        if (((isNew ? StateProblems.Missing(draft, state) : null) ?? StateProblems.MissingOwn(draft, state)) is { } missing)
        {
            return missing;
        }

        if (state.Category == StatusCategory.Completed && draft.StatusCategory != StatusCategory.Completed
            && draft.Steps.Where(s => s is { Required: true, Done: false }).ToList() is { Count: > 0 } open)
        {
            return RequiredStepsOpen.Because(
                $"Before the task is completed, do {string.Join(", ", open.Select(s => $"\"{s.Title}\""))}.",
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["steps"] = open });
        }

        if (isNew && !isApproved && StateProblems.Unapproved(state) is { } unapproved)
        {
            return unapproved;
        }

        draft.MoveTo(state.Key, state.Category, now);
        return null;
    }

    private static Problem Forbidden(string from, string to, string role) => TransitionForbidden.Because(
        $"Only the role {role}, or a stronger one, moves a task from {from} to {to}.",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["from"] = from, ["to"] = to, ["role"] = role });
}
