using Waymark.Projects.Parts;
using static Waymark.Platform.EventSourcing.StreamField<Waymark.Projects.TimeSheets.TimeSheet>;

namespace Waymark.Projects.TimeSheets;

/// <summary>
/// The time of one person in one project in one week. It is there from the first entry of the week on; version 0 means that
/// nobody has handed it in yet.
/// </summary>
internal sealed class TimeSheet : IProjectPart
{
    public const int MaxReasonLength = 1_000;

    public static readonly StreamFields<TimeSheet> Fields = new(
    [
        Text("state", s => s.State, (s, v) => s.State = v),
        OptionalText("reason", s => s.Reason, (s, v) => s.Reason = v),
        Instant("submittedAt", s => s.SubmittedAt, (s, v) => s.SubmittedAt = v),
        Instant("decidedAt", s => s.DecidedAt, (s, v) => s.DecidedAt = v),
        Id("decidedById", s => s.DecidedById, (s, v) => s.DecidedById = v),
    ]);

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>Whose time it is.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The Monday with which the week begins.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>One of <see cref="TimeSheetStates"/>.</summary>
    public string State { get; set; } = TimeSheetStates.Open;

    /// <summary>Why it was sent back.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Who approved it or sent it back.</summary>
    public Guid? DecidedById { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    /// <summary>What its entries add up to, filled in for an answer; entries stand outside the version.</summary>
    public SheetTotal Total { get; set; }

    public string PartitionKey => $"time_sheet:{Id}";

    public Guid? TenantId => WorkspaceId;

    /// <summary>The Monday of the week in which a day lies.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public TimeSheet Draft() => (TimeSheet)MemberwiseClone();

    public TimeSheetState Told() => new(Id, ProjectId, UserId, Week, State);
}

/// <summary>The minutes of a sheet, and how many of them somebody pays for.</summary>
internal readonly record struct SheetTotal(int Minutes, int BillableMinutes);
