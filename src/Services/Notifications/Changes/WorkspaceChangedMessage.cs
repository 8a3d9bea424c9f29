using Waymark.Contracts.Projects;

namespace Waymark.Notifications.Changes;

/// <summary>
/// A change of something that belongs to a workspace: the live message <c>changed</c> of those who watch it. What it is now, its own
/// endpoint tells to those who may see it.
/// </summary>
public sealed record WorkspaceChangedMessage(string Type, ChangedSubject Subject, long Version, DateTimeOffset At, Guid? ActorId, string? ClientId, Guid WorkspaceId)
{
    /// <summary>The message of an event; null for events that change nothing of a workspace.</summary>
    internal static WorkspaceChangedMessage? Of(ReceivedEvent received)
    {
        (ChangedSubject? subject, Guid workspaceId) = received.Event switch
        {
            GoalEvent e => (new ChangedSubject("goal", e.Goal.Id), e.Goal.WorkspaceId),
            ProjectTemplateEvent e => (new ChangedSubject("project_template", e.Template.Id), e.Template.WorkspaceId),
            _ => (null, default),
        };
        var context = received.Context;
        return subject is null ? null : new(context.Name, subject, context.KeyVersion, context.At, context.ActorId, context.ClientId, workspaceId);
    }
}
