using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.Model.Approving;

/// <summary>
/// Somebody's wish that a task may enter a state that needs approvals, with the answers to it. Who may answer and how many it takes
/// is as the workflow said when it was asked. All that happens to it stands in the stream of its task, whose version guards it.
/// </summary>
internal sealed class TaskApproval
{
    public const int MaxNoteLength = 2_000;

    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required Guid TaskId { get; init; }

    /// <summary>The key of the state that the task is to enter.</summary>
    public required string Status { get; init; }

    public required string Note { get; init; }

    public required Guid RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Who may answer; whoever takes an answer over, or as a manager answers for somebody who has left, takes their place.</summary>
    public required Guid[] ApproverIds { get; set; }

    /// <summary>How many approvals it takes.</summary>
    public required int Needed { get; init; }

    /// <summary>One of <see cref="ApprovalStates"/>.</summary>
    public string State { get; set; } = ApprovalStates.Pending;

    /// <summary>The answers as JSON, the first one first.</summary>
    public string AnswersJson { get; set; } = "[]";

    public DateTimeOffset? DecidedAt { get; set; }

    public long Version { get; set; } = 1;

    public ApprovalAnswer[] Answers => JsonSerializer.Deserialize(AnswersJson, ApprovalJson.Default.ApprovalAnswerArray) ?? [];

    public bool IsAnsweredBy(Guid userId) => Answers.Any(a => a.UserId == userId);

    /// <summary>
    /// Takes an answer: with enough approvals it is approved; once so many have said no that there cannot be enough, it is rejected.
    /// </summary>
    public void Take(ApprovalAnswer answer)
    {
        var answers = Answers.Append(answer).ToArray();
        AnswersJson = JsonSerializer.Serialize(answers, ApprovalJson.Default.ApprovalAnswerArray);
        var approvals = answers.Count(a => a.IsApproval);
        State = approvals >= Needed ? ApprovalStates.Approved
            : ApproverIds.Length - (answers.Length - approvals) < Needed ? ApprovalStates.Rejected
            : ApprovalStates.Pending;
        DecidedAt = State == ApprovalStates.Pending ? null : answer.At;
        Version++;
    }

    /// <summary>Takes back what somebody has answered; nothing is decided as yet.</summary>
    public void TakeBack(Guid userId)
    {
        AnswersJson = JsonSerializer.Serialize(Answers.Where(a => a.UserId != userId).ToArray(), ApprovalJson.Default.ApprovalAnswerArray);
        Version++;
    }

    /// <summary>Puts somebody in the place of an approver who can answer no more.</summary>
    public void StandIn(Guid absentId, Guid userId) => ApproverIds = [.. ApproverIds.Select(id => id == absentId ? userId : id)];

    /// <summary>An approver who has not answered hands that over to somebody.</summary>
    public void HandOver(Guid fromId, Guid toId)
    {
        StandIn(fromId, toId);
        Version++;
    }

    public ApprovalState Snapshot() =>
        new(Id, Status, State, RequestedBy, ApproverIds, Needed, Answers.Count(a => a.IsApproval), Answers.Count(a => !a.IsApproval));
}

/// <summary>How a request for approval stands.</summary>
internal static class ApprovalStates
{
    public const string Pending = "pending";
    public const string Approved = "approved";
    public const string Rejected = "rejected";

    /// <summary>Taken back before it was decided.</summary>
    public const string Withdrawn = "withdrawn";

    public static readonly IReadOnlyList<string> All = [Pending, Approved, Rejected, Withdrawn];
}

/// <summary>What one approver has said.</summary>
public sealed record ApprovalAnswer(Guid UserId, bool IsApproval, string Note, DateTimeOffset At);

[JsonSerializable(typeof(ApprovalAnswer[]))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class ApprovalJson : JsonSerializerContext;
