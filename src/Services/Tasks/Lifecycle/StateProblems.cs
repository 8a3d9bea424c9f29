using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Lifecycle;

/// <summary>What a state of the workflow wants of a task before it comes in.</summary>
internal static class StateProblems
{
    /// <summary>The problem of a draft that lacks fields which the state wants.</summary>
    public static Problem? Missing(TaskItem draft, WorkflowState state)
    {
        var missing = (state.RequiredFields ?? []).Where(field => IsEmpty(draft, field)).ToArray();
        return missing.Length == 0 ? null : TransitionProblems.FieldsRequired.Because(
            $"Before a task goes to {state.Key} it needs {string.Join(", ", missing)}.",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["fields"] = missing });
    }

    /// <summary>The problem of a new task, or of one that is completed, which lacks values that fields of its type want.</summary>
    public static Problem? MissingOwn(TaskItem draft, WorkflowState state)
    {
        var isCompleted = state.Category == StatusCategory.Completed && draft.StatusCategory != StatusCategory.Completed;
        if (draft.Fields.Count == 0 || !(isCompleted || draft.Version == 0))
        {
            return null;
        }

        var values = draft.Custom;
        var missing = draft.Fields
            .Where(f => f.Required == CustomFieldRequirements.Creation || (isCompleted && f.Required == CustomFieldRequirements.Completion))
            .Where(f => f.IsOf(draft.Type) && values.Of(f.Id) is null)
            .Select(f => f.Name)
            .ToArray();
        return missing.Length == 0 ? null : TransitionProblems.FieldsRequired.Because(
            $"{(isCompleted ? "Before it is completed" : "From its creation")} a task of the type {draft.Type} needs {string.Join(", ", missing)}.",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["fields"] = missing });
    }

    /// <summary>The problem of a state that takes approvals.</summary>
    public static Problem? Unapproved(WorkflowState state) => state.Approval is not { } approval ? null : TransitionProblems.ApprovalRequired.Because(
        $"Before a task goes to {state.Key}, {approval.Needed} of {approval.ApproverIds.Count} approvers have to approve it.",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["to"] = state.Key, ["needed"] = approval.Needed, ["approverIds"] = approval.ApproverIds });

    private static bool IsEmpty(TaskItem task, string field) => field switch
    {
        RequiredTaskFields.Description => task.Description.Length == 0,
        RequiredTaskFields.Priority => task.Priority == TaskPriority.None,
        RequiredTaskFields.Difficulty => task.Difficulty is null,
        RequiredTaskFields.EstimateMinutes => task.EstimateMinutes is null,
        RequiredTaskFields.StartAt => task.Start is null,
        RequiredTaskFields.DueAt => task.Due is null,
        RequiredTaskFields.DeadlineAt => task.Deadline is null,
        RequiredTaskFields.DurationMinutes => task.DurationMinutes is null,
        RequiredTaskFields.AssigneeIds => task.AssigneeIds.Length == 0,
        RequiredTaskFields.Labels => task.Labels.Length == 0,
        RequiredTaskFields.MilestoneId => task.MilestoneId is null,
        _ => false,
    };
}
