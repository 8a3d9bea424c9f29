namespace Waymark.Projects.Workflows;

/// <summary>What is wrong with a workflow that somebody wants.</summary>
internal static class WorkflowFaults
{
    /// <summary>The problem of states that make no workflow; null when they do.</summary>
    public static Problem? Of(IReadOnlyList<WorkflowStateInput> states)
    {
        var keys = states.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        var fault =
            keys.Count != states.Count ? "Two states have the same key."
            : states.Any(s => s.Next is { } next && next.Any(key => !keys.Contains(key))) ? "A state names a next one that does not exist."
            : states.All(s => s.Category is "completed" or "cancelled") ? "At least one state must be open, for tasks to begin in."
            : states.All(s => s.Category != "completed") ? "At least one state must be completed, for tasks to end in."
            : states.Select(s => RuleFault(s, keys)).FirstOrDefault(f => f is not null) ?? BeginFault(states);
        return fault is null ? null : Problems.Invalid("states", fault);
    }

    /// <summary>Whether somebody shall approve who is not among these people.</summary>
    public static bool NamesOutsiders(IEnumerable<WorkflowStateInput> states, IReadOnlyCollection<Guid> memberIds) =>
        states.SelectMany(s => s.Approval?.ApproverIds ?? []).Any(id => !memberIds.Contains(id));

    private static string? RuleFault(WorkflowStateInput state, HashSet<string?> keys) =>
        state.Guards?.Any(g => !keys.Contains(g.To)) == true ? "A guard names a state that does not exist."
        : state.Guards?.Any(g => ProjectRoles.Rank(g.Role) == 0) == true ? $"The role of a guard is one of {string.Join(", ", ProjectRoles.All)}."
        : state.Guards is { } guards && guards.DistinctBy(g => g.To, StringComparer.Ordinal).Count() != guards.Count ? "A state guards the same move twice."
        : state.RequiredFields?.Any(f => !RequiredTaskFields.All.Contains(f)) == true ? $"A required field is one of {string.Join(", ", RequiredTaskFields.All)}."
        : state.Approval is { } approval ? ApprovalFault(approval)
        : null;

    private static string? ApprovalFault(WorkflowApproval approval)
    {
        var approvers = approval.ApproverIds?.Distinct().ToArray() ?? [];
        return approvers.Length is 0 or > 100 ? "Between 1 and 100 approvers are expected."
            : approval.Needed < 1 || approval.Needed > approvers.Length ? "As many approvals are needed as one, at least, and as there are approvers, at most."
            : null;
    }

    /// <summary>New tasks begin without anybody's leave.</summary>
    private static string? BeginFault(IReadOnlyList<WorkflowStateInput> states)
    {
        var inOrder = states.Select((s, i) => (State: s, Order: s.Order ?? i)).OrderBy(s => s.Order).Select(s => s.State).ToList();
        var first = inOrder.Find(s => s.Category == "unstarted") ?? inOrder[0];
        return first.Approval is null && first.RequiredFields is not { Count: > 0 } ? null : $"New tasks begin in {first.Key}, so it can need neither an approval nor fields.";
    }
}
