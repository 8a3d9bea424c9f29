using Waymark.Projects.Parts;
using static Waymark.Platform.EventSourcing.StreamField<Waymark.Projects.Model.TimeEntry>;

namespace Waymark.Projects.Model;

/// <summary>Time that somebody spent in a project, on a task where it names one.</summary>
internal sealed class TimeEntry : IProjectPart
{
    public const int MaxMinutes = 24 * 60;
    public const int MaxNoteLength = 1_000;

    public static readonly StreamFields<TimeEntry> Fields = new(
    [
        Id("taskId", e => e.TaskId, (e, v) => e.TaskId = v),
        Id("userId", e => e.UserId, (e, v) => e.UserId = v!.Value),
        Number("minutes", e => e.Minutes, (e, v) => e.Minutes = v),
        DateField.Of<TimeEntry>("date", e => e.Date, (e, v) => e.Date = v!.Value),
        Text("note", e => e.Note, (e, v) => e.Note = v, isLong: true),
        new StreamField<TimeEntry, bool>("billable", e => e.IsBillable, (e, v) => e.IsBillable = v, (j, v) => j.WriteBooleanValue(v), v => v.GetBoolean()),
    ]);

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid WorkspaceId { get; init; }

    public Guid? TaskId { get; set; }

    /// <summary>Whose time it is.</summary>
    public Guid UserId { get; set; }

    public int Minutes { get; set; }

    public DateOnly Date { get; set; }

    public string Note { get; set; } = "";

    public bool IsBillable { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    public string PartitionKey => $"time_entry:{Id}";

    public Guid? TenantId => WorkspaceId;

    public TimeEntry Draft() => (TimeEntry)MemberwiseClone();

    public TimeEntryState State() => new(Id, ProjectId, TaskId, UserId, Minutes, Date, IsBillable);
}
