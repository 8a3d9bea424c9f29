using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Lifecycle;

/// <summary>What is said when a status cannot be had.</summary>
internal static class TransitionProblems
{
    public static readonly ProblemKind IllegalTransition =
        ProblemKind.Unprocessable("illegal_transition", "The project's workflow has no way between these two statuses; legal names those that it has.");

    public static readonly ProblemKind RequiredStepsOpen =
        ProblemKind.Unprocessable("required_steps_open", "The task has steps that must be done before it is completed; steps names them.");

    public static Problem UnknownStatus(Workflow workflow) =>
        Problems.Invalid("status", $"One of {string.Join(", ", workflow.States.Select(s => s.Key))} is expected.");

    public static Problem Illegal(Workflow workflow, string from, string to)
    {
        var legal = workflow.LegalFrom(from);
        return IllegalTransition.Because(
            $"The project's workflow has no way from {from} to {to}; from there a task may go to {string.Join(", ", legal)}.",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["from"] = from, ["to"] = to, ["legal"] = legal });
    }

    /// <summary>Moves a draft to a status of the workflow, or says why not.</summary>
    public static Problem? Move(TaskItem draft, string status, Workflow workflow, DateTimeOffset now)
    {
        if (workflow.Find(status) is not { } state)
        {
            return UnknownStatus(workflow);
        }

        if (!workflow.Allows(draft.Status, status))
        {
            return Illegal(workflow, draft.Status, status);
        }

        return Enter(draft, state, now);
    }

    /// <summary>Sets a draft into a state that it may have, or says what is to be done before.</summary>
    public static Problem? Enter(TaskItem draft, WorkflowState state, DateTimeOffset now)
    {
        if (state.Category == StatusCategory.Completed && draft.StatusCategory != StatusCategory.Completed
            && draft.Steps.Where(s => s is { Required: true, Done: false }).ToList() is { Count: > 0 } open)
        {
            return RequiredStepsOpen.Because(
                $"Before the task is completed, do {string.Join(", ", open.Select(s => $"\"{s.Title}\""))}.",
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["steps"] = open });
        }

        draft.MoveTo(state.Key, state.Category, now);
        return null;
    }
}
