using Waymark.Tasks.Model.Approving;

namespace Waymark.Tasks.Approvals;

/// <summary>A request that a task may enter a state that needs approvals.</summary>
/// <param name="Id">The request.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Status">The key of the state that it is to enter.</param>
/// <param name="State">How the request stands.</param>
/// <param name="Note">Why it is asked for.</param>
/// <param name="RequestedBy">Who asks.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="ApproverIds">Who may answer.</param>
/// <param name="Needed">How many approvals it takes.</param>
/// <param name="Answers">What they have said, the first one first.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="Version">Its version.</param>
public sealed record ApprovalResponse(
    Guid Id,
    Guid TaskId,
    string Status,
    [property: OneOf(typeof(ApprovalStates))] string State,
    string Note,
    Guid RequestedBy,
    DateTimeOffset RequestedAt,
    IReadOnlyList<Guid> ApproverIds,
    int Needed,
    IReadOnlyList<ApprovalAnswer> Answers,
    DateTimeOffset? DecidedAt,
    long Version)
{
    internal static ApprovalResponse Of(TaskApproval a) =>
        new(a.Id, a.TaskId, a.Status, a.State, a.Note, a.RequestedBy, a.RequestedAt, a.ApproverIds, a.Needed, a.Answers, a.DecidedAt, a.Version);
}
