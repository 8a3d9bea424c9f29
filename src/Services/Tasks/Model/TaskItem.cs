using Waymark.Contracts.Tasks;
using Waymark.Platform.EventSourcing;
using Waymark.Tasks.Model.Custom;
using Waymark.Tasks.Model.Recurring;

namespace Waymark.Tasks.Model;

/// <summary>
/// A task: its current state, kept beside the stream of events that explains it. Commands change a draft; the difference
/// becomes events, and only <see cref="Apply"/> writes to the row, live and in a replay.
/// </summary>
internal sealed class TaskItem : IVersioned
{
    public const int MaxTitleLength = 500;
    public const int MaxDescriptionLength = 100_000;
    public const int MaxLabels = 50;
    public const int MaxPeople = 100;
    public const int MaxSteps = 100;
    public const int MaxCustomFields = 100;

    public Guid Id { get; init; }

    public Guid ProjectId { get; init; }

    public Guid WorkspaceId { get; init; }

    public int Number { get; set; }

    public Guid ReporterId { get; set; }

    public Guid? ParentId { get; set; }

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public string Status { get; set; } = "";

    public string StatusCategory { get; set; } = "";

    /// <summary>The key of its type.</summary>
    public string Type { get; set; } = "task";

    public TaskPriority Priority { get; set; }

    public short? Difficulty { get; set; }

    /// <summary>The work in it.</summary>
    public int? EstimateMinutes { get; set; }

    /// <summary>The working time from its start to its finish, where that is not simply its work: paint dries without anybody.</summary>
    public int? DurationMinutes { get; set; }

    /// <summary>The start as a calendar date, where it was set as one.</summary>
    public DateOnly? StartOn { get; set; }

    /// <summary>The start as an instant; for a date the beginning of that day in the project's time zone.</summary>
    public DateTimeOffset? StartAt { get; set; }

    /// <summary>When it is wished to be finished, as a calendar date, where it was set as one.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The same as an instant; for a date the end of that day in the project's time zone.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The moment that it must not pass, whatever is planned, as a calendar date, where it was set as one.</summary>
    public DateOnly? DeadlineOn { get; set; }

    /// <summary>The same as an instant; for a date the end of that day in the project's time zone.</summary>
    public DateTimeOffset? DeadlineAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Who works on it, the owner first.</summary>
    public Guid[] AssigneeIds { get; set; } = [];

    public Guid[] WatcherIds { get; set; } = [];

    /// <summary>Who wants to be told nothing of the task, although they watch it or would come to watch it; null when nobody.</summary>
    public Guid[]? MutedIds { get; set; }

    public string[] Labels { get; set; } = [];

    /// <summary>Labels of a draft that nothing in the project has named before; told with it, and no part of the row.</summary>
    public IReadOnlyList<NewLabel> NewLabels { get; set; } = [];

    public string Rank { get; set; } = "";

    public Guid? MilestoneId { get; set; }

    /// <summary>The steps as JSON; null when there are none.</summary>
    public string? StepsJson { get; set; }

    public short StepCount { get; set; }

    public short StepDoneCount { get; set; }

    /// <summary>How the task recurs, as JSON; null when it does not.</summary>
    public string? RecurrenceJson { get; set; }

    /// <summary>The values of custom fields as JSON, by the ids of the fields; null when there are none.</summary>
    public string? CustomJson { get; set; }

    /// <summary>The custom fields of the project, where they were read; no part of the row.</summary>
    public IReadOnlyList<TaskCustomField> Fields { get; set; } = [];

    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the last event happened.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    public long Version { get; set; }

    /// <summary>Counters stand outside the version and the stream: others' writes must not make an edit stale.</summary>
    public int CommentCount { get; set; }

    public int AttachmentCount { get; set; }

    public int SubtaskCount { get; set; }

    public int SubtaskDoneCount { get; set; }

    /// <summary>The version of the counts, by which their events are ordered.</summary>
    public long CountVersion { get; set; }

    public string PartitionKey => $"task:{Id}";

    public Guid? TenantId => WorkspaceId;

    /// <summary>Who answers for it.</summary>
    public Guid? OwnerId => AssigneeIds is [var first, ..] ? first : null;

    /// <summary>How much is done, 0 to 100: a closed task is done, an open one as far as its steps and sub-tasks are, each counting the same.</summary>
    public int Progress => ProgressOf(CompletedAt is not null, StepCount + SubtaskCount, StepDoneCount + SubtaskDoneCount);

    public TaskStep[] Steps
    {
        get => TaskStep.Parse(StepsJson);
        set => (StepsJson, StepCount, StepDoneCount) = (TaskStep.Write(value), (short)value.Length, (short)value.Count(s => s.Done));
    }

    public TaskRecurrence? Recurrence
    {
        get => TaskRecurrence.Parse(RecurrenceJson);
        set => RecurrenceJson = TaskRecurrence.Write(value);
    }

    public CustomValues Custom
    {
        get => CustomValues.Parse(CustomJson);
        set => CustomJson = value.Write();
    }

    public Moment? Start
    {
        get => Moment.FromColumns(StartOn, StartAt);
        set => (StartOn, StartAt) = (value?.Date, value?.Effective(TimeZoneInfo.Utc, isEnd: false));
    }

    public Moment? Due
    {
        get => Moment.FromColumns(DueOn, DueAt);
        set => (DueOn, DueAt) = (value?.Date, value?.Effective(TimeZoneInfo.Utc, isEnd: true));
    }

    public Moment? Deadline
    {
        get => Moment.FromColumns(DeadlineOn, DeadlineAt);
        set => (DeadlineOn, DeadlineAt) = (value?.Date, value?.Effective(TimeZoneInfo.Utc, isEnd: true));
    }

    /// <summary>
    /// Places calendar dates in the project's time zone. The instants serve sorting and "overdue" alone: they follow from
    /// the dates, so the stream does not record them.
    /// </summary>
    public void PlaceDates(TimeZoneInfo zone)
    {
        if (StartOn is { } start)
        {
            StartAt = Moment.On(start).Effective(zone, isEnd: false);
        }

        if (DueOn is { } due)
        {
            DueAt = Moment.On(due).Effective(zone, isEnd: true);
        }

        if (DeadlineOn is { } deadline)
        {
            DeadlineAt = Moment.On(deadline).Effective(zone, isEnd: true);
        }
    }

    /// <summary><see cref="Progress"/> of a task that is not loaded.</summary>
    public static int ProgressOf(bool isClosed, int parts, int done) => isClosed ? 100 : parts == 0 ? 0 : done * 100 / parts;

    /// <summary>Lets people watch the task who have come to have to do with it, unless they have muted it.</summary>
    public void Watch(IEnumerable<Guid> people) => WatcherIds = [.. WatcherIds.Union(people.Except(MutedIds ?? []))];

    /// <summary>A copy to change; arrays are replaced, never written into.</summary>
    public TaskItem Draft() => (TaskItem)MemberwiseClone();

    /// <summary>Sets status, category and completion together.</summary>
    public void MoveTo(string status, string category, DateTimeOffset now)
    {
        var wasClosed = Model.StatusCategory.IsClosed(StatusCategory);
        Status = status;
        StatusCategory = category;
        if (Model.StatusCategory.IsClosed(category) != wasClosed)
        {
            CompletedAt = wasClosed ? null : now;
        }
    }

    /// <summary>Applies one event of the stream: pure, the same for the live row and for a replay.</summary>
    public void Apply(StreamEvent e)
    {
        TaskFields.Table.Apply(e.Changes, this);
        Version = e.Version;
        UpdatedAt = e.At;
        if (e.Type == TaskEventTypes.Created)
        {
            CreatedAt = e.At;
        }
    }
}
