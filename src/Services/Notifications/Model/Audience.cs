using System.Text.Json;
using Waymark.Contracts.Communication;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;

namespace Waymark.Notifications.Model;

/// <summary>
/// What an event tells, and whom: the watchers, among whom tasks count reporter, assignees and commenters, and never those who have
/// muted it. The one who acted and those who may not see the project are taken out later.
/// </summary>
internal sealed record Audience(string Type, IEnumerable<Guid> Users, Guid? CommentId = null)
{
    /// <summary>The audience of an event; null when nobody is told. <paramref name="task"/> is the task that it is about.</summary>
    public static Audience? Of(IEvent e, TaskCopy? task) => e switch
    {
        TaskCreated created => new Audience(Assigned, created.Task.AssigneeIds),
        TaskAssigned assigned => new Audience(Assigned, AddedBy(assigned.Changes)),
        TaskCompleted done => new Audience("task.completed", done.Task.WatcherIds),
        TaskReopened open => new Audience("task.reopened", open.Task.WatcherIds),
        TaskApprovalRequested asked => new Audience("task.approval_requested", asked.Approval.ApproverIds),
        TaskApprovalDelegated handed => new Audience("task.approval_delegated", [handed.ToId]),
        TaskApprovalAnswered { Approval.State: "approved" or "rejected" } answered => new Audience("task.approval_answered", [answered.Approval.RequestedBy]),
        UserMentioned mentioned => new Audience("user.mentioned", [mentioned.UserId], mentioned.CommentId),
        // Whoever is mentioned in a comment is told of the mention alone.
        CommentCreated comment when task is not null => new Audience(
            "comment.created",
            task.WatcherIds.Except(comment.MentionedUserIds ?? []),
            comment.CommentId),
        MemberAdded added => new Audience("member.added", [added.UserId]),
        _ => null,
    };

    private const string Assigned = "task.assigned";

    private static IEnumerable<Guid> AddedBy(FieldChanges changes) =>
        changes.Read().TryGetValue("assigneeIds", out var people) ? People(people.To).Except(People(people.From)) : [];

    private static IEnumerable<Guid> People(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } ids ? ids.EnumerateArray().Select(id => id.GetGuid()) : [];
}
