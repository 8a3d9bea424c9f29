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
    private const string Assigned = "task.assigned";

    private static readonly Dictionary<Type, Func<IEvent, TaskCopy?, Audience?>> ByEvent = new(
    [
        For<TaskCreated>((e, _) => new Audience(Assigned, e.Task.AssigneeIds)),
        For<TaskAssigned>((e, _) => new Audience(Assigned, AddedBy(e.Changes))),
        For<TaskCompleted>((e, _) => new Audience("task.completed", e.Task.WatcherIds)),
        For<TaskReopened>((e, _) => new Audience("task.reopened", e.Task.WatcherIds)),
        For<TaskApprovalRequested>((e, _) => new Audience("task.approval_requested", e.Approval.ApproverIds)),
        For<TaskApprovalAnswered>((e, _) => e.Approval.State is "approved" or "rejected" ? new Audience("task.approval_answered", [e.Approval.RequestedBy]) : null),
        For<UserMentioned>((e, _) => new Audience("user.mentioned", [e.UserId], e.CommentId)),
        // Whoever is mentioned in a comment is told of the mention alone.
        For<CommentCreated>((e, task) => task is null ? null : new Audience("comment.created", task.WatcherIds.Except(e.MentionedUserIds ?? []), e.CommentId)),
        For<MemberAdded>((e, _) => new Audience("member.added", [e.UserId])),
    ]);

    /// <summary>The events that tell anybody anything.</summary>
    public static IReadOnlyCollection<Type> Events => ByEvent.Keys;

    /// <summary>The audience of an event; null when nobody is told. <paramref name="task"/> is the task that it is about.</summary>
    public static Audience? Of(IEvent e, TaskCopy? task) => ByEvent.GetValueOrDefault(e.GetType())?.Invoke(e, task);

    private static KeyValuePair<Type, Func<IEvent, TaskCopy?, Audience?>> For<TEvent>(Func<TEvent, TaskCopy?, Audience?> audience)
        where TEvent : IEvent => new(typeof(TEvent), (e, task) => audience((TEvent)e, task));

    private static IEnumerable<Guid> AddedBy(FieldChanges changes) =>
        changes.Read().TryGetValue("assigneeIds", out var people) ? People(people.To).Except(People(people.From)) : [];

    private static IEnumerable<Guid> People(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } ids ? ids.EnumerateArray().Select(id => id.GetGuid()) : [];
}
