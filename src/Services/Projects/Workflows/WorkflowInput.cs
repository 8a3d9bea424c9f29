namespace Waymark.Projects.Workflows;

/// <summary>
/// One state; without <c>order</c> it stands where it stands in the list, without <c>next</c> every move is legal.
/// </summary>
/// <param name="Key">What tasks carry as their status; it stays what it is when the state is renamed.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Category">What it means.</param>
/// <param name="Order">Its place.</param>
/// <param name="Next">The states to which a task may go from here.</param>
/// <param name="Guards">Moves from here that are kept for stronger roles.</param>
/// <param name="RequiredFields">What a task must have before it enters the state.</param>
/// <param name="Approval">Who has to approve that a task enters the state; one who is no member of the project is not found.</param>
public sealed record WorkflowStateInput(
    [property: Required, RegularExpression(DefinitionKey.Pattern, ErrorMessage = DefinitionKey.Rule)] string? Key,
    [property: Required, TrimmedLength(60)] string? Name,
    [property: Required, OneOf(typeof(WorkflowCategories))] string? Category,
    int? Order,
    IReadOnlyList<string>? Next,
    [property: MaxLength(WorkflowStates.Max)] IReadOnlyList<WorkflowGuard>? Guards = null,
    [property: MaxLength(20)] IReadOnlyList<string>? RequiredFields = null,
    WorkflowApproval? Approval = null)
{
    /// <summary>The state as it is kept: what says nothing is left out.</summary>
    internal WorkflowState At(int order) => new(
        Key!, Name!.Trim(), Category!, order, Next ?? [],
        Guards is { Count: > 0 } ? Guards : null,
        RequiredFields is { Count: > 0 } ? [.. RequiredFields.Distinct(StringComparer.Ordinal)] : null,
        Approval is null ? null : Approval with { ApproverIds = [.. Approval.ApproverIds.Distinct()] });
}
