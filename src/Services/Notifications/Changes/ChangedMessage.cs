using Waymark.Contracts.Communication;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;

namespace Waymark.Notifications.Changes;

/// <summary>What changed: a <c>task</c>, a <c>comment</c>, the <c>project</c> (its members included), or something else that belongs to it.</summary>
public sealed record ChangedSubject([property: OneOf(typeof(ChangedKinds))] string Kind, Guid Id);

/// <summary>The kinds of what can change in a project, as they stand on the wire.</summary>
internal static class ChangedKinds
{
    public static readonly IReadOnlyList<string> All =
    [
        "task", "comment", "project", "label", "cycle", "cycle_settings", "milestone", "release", "custom_field", "allocation", "time_entry", "time_sheet", "rate",
        "task_template",
    ];
}

/// <summary>
/// One change of a project, as the live message <c>changed</c> and as an item of <c>/api/changes</c>. <paramref name="Version"/>
/// is the subject's version after it, which counts leave alone; <paramref name="Changes"/> is null where the subject has to be read instead, because they are too long to send or not everybody may see them.
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
        if ((subject ?? Beside(received.Event)) is not { } changed)
        {
            return null;
        }

        var context = received.Context;
        var changes = ((IChangeEvent)received.Event).Changes;
        var version = received.Event is TaskCounted counted ? counted.TaskVersion : context.KeyVersion;
        return new ChangedMessage(context.Name, changed, version, context.At, context.ActorId, context.ChangeId, context.ClientId,
            subject is not null && changes.Json.Length <= MaxChangesLength ? changes : null, ((IProjectEvent)received.Event).ProjectId, (received.Event as ITaskEvent)?.TaskId);
    }

    /// <summary>What is read anew instead of being patched: its own endpoint knows who may see how much of it.</summary>
    private static ChangedSubject? Beside(IEvent e) => e switch
    {
        CycleSettingsUpdated settings => new("cycle_settings", settings.ProjectId),
        MilestoneEvent milestone => new("milestone", milestone.Milestone.Id),
        ReleaseEvent release => new("release", release.Release.Id),
        CustomFieldEvent field => new("custom_field", field.Field.Id),
        AllocationEvent allocation => new("allocation", allocation.Allocation.Id),
        TimeEvent time => new("time_entry", time.Entry.Id),
        TimeSheetEvent sheet => new("time_sheet", sheet.Sheet.Id),
        RateEvent rate => new("rate", rate.Rate.Id),
        TaskTemplateEvent template => new("task_template", template.Template.Id),
        _ => null,
    };
}
