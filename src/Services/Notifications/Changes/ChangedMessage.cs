using Waymark.Contracts.Communication;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;

namespace Waymark.Notifications.Changes;

/// <summary>What changed: a <c>task</c>, <c>comment</c>, <c>project</c> (its members included) or <c>label</c>.</summary>
public sealed record ChangedSubject([property: OneOf("task", "comment", "project", "label")] string Kind, Guid Id);

/// <summary>
/// One change of a project, as the live message <c>changed</c> and as an item of <c>/api/changes</c>. <paramref name="Version"/>
/// is the subject's version after it, which counts leave alone; <paramref name="Changes"/> is null when they are too long to send: read the subject.
/// </summary>
public sealed record ChangedMessage(string Type, ChangedSubject Subject, long Version, DateTimeOffset At, Guid? ActorId, Guid? ChangeId,
    string? ClientId, FieldChanges? Changes, Guid ProjectId, Guid? TaskId)
{
    private const int MaxChangesLength = 16 * 1024;

    /// <summary>The message of an event; null for events that change nothing that is shown in a project.</summary>
    internal static ChangedMessage? Of(ReceivedEvent received)
    {
        var subject = received.Event switch
        {
            TaskEvent e => new ChangedSubject("task", e.TaskId),
            TaskCounted e => new ChangedSubject("task", e.TaskId),
            CommentEvent e => new ChangedSubject("comment", e.CommentId),
            CycleEvent e => new ChangedSubject("cycle", e.Cycle.Id),
            LabelEvent e => new ChangedSubject("label", e.LabelId),
            ProjectEvent e => new ChangedSubject("project", e.ProjectId),
            _ => null,
        };
        if (subject is null)
        {
            return null;
        }

        var context = received.Context;
        var changes = ((IChangeEvent)received.Event).Changes;
        var version = received.Event is TaskCounted counted ? counted.TaskVersion : context.KeyVersion;
        return new ChangedMessage(context.Name, subject, version, context.At, context.ActorId, context.ChangeId, context.ClientId,
            changes.Json.Length <= MaxChangesLength ? changes : null, ((IProjectEvent)received.Event).ProjectId, (received.Event as ITaskEvent)?.TaskId);
    }
}
