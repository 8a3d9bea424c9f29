using Waymark.Projects.Parts;
using Waymark.Projects.Rates;

namespace Waymark.Projects.TimeEntries;

/// <summary>A time entry as callers see it.</summary>
public sealed record TimeEntryResponse(
    Guid Id, Guid ProjectId, Guid? TaskId, Guid UserId, int Minutes, DateOnly Date, string Note, bool Billable, DateTimeOffset CreatedAt, long Version)
{
    internal static readonly PartKind<TimeEntry, TimeEntryResponse> Kind = new(
        "time entry", "time-entries", TimeEntry.Fields, Of,
        (e, changes) => new TimeLogged(e.State(), changes),
        (e, changes) => new TimeChanged(e.State(), changes),
        (e, changes) => new TimeRemoved(e.State(), changes),
        IsGuarded: true);

    private static TimeEntryResponse Of(TimeEntry e) =>
        new(e.Id, e.ProjectId, e.TaskId, e.UserId, e.Minutes, e.Date, e.Note, e.IsBillable, e.CreatedAt, e.Version);
}

/// <summary>A time entry in a list. What it costs is told to those who manage the project, where it is billable and a rate was set.</summary>
/// <param name="Amount">In the currency's smallest unit.</param>
/// <param name="Currency">An ISO 4217 code.</param>
public sealed record PricedTimeEntryResponse(
    Guid Id, Guid ProjectId, Guid? TaskId, Guid UserId, int Minutes, DateOnly Date, string Note, bool Billable, long? Amount, string? Currency,
    DateTimeOffset CreatedAt, long Version)
{
    internal static PricedTimeEntryResponse Of(PricedEntry priced)
    {
        var e = priced.Entry;
        return new PricedTimeEntryResponse(
            e.Id, e.ProjectId, e.TaskId, e.UserId, e.Minutes, e.Date, e.Note, e.IsBillable, priced.Amount, priced.Currency, e.CreatedAt, e.Version);
    }
}

/// <summary>The writable members of a time entry.</summary>
public sealed record TimeEntryInput
{
    /// <summary>The task on which it was spent; none for work on the project as a whole.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>Whose time it is: the caller's when left out; only a manager writes down somebody else's.</summary>
    public Guid? UserId { get; init; }

    [Required, Range(1, TimeEntry.MaxMinutes)]
    public int? Minutes { get; init; }

    [Required]
    public DateOnly? Date { get; init; }

    [TrimmedLength(TimeEntry.MaxNoteLength)]
    public string? Note { get; init; }

    public bool Billable { get; init; }

    internal static TimeEntryInput Of(TimeEntry e) => new()
    {
        TaskId = e.TaskId,
        UserId = e.UserId,
        Minutes = e.Minutes,
        Date = e.Date,
        Note = e.Note,
        Billable = e.IsBillable,
    };

    /// <summary>Writes the members into a draft.</summary>
    internal void CopyTo(TimeEntry draft, Guid userId)
    {
        draft.TaskId = TaskId;
        draft.UserId = userId;
        draft.Minutes = Minutes!.Value;
        draft.Date = Date!.Value;
        draft.Note = Note?.Trim() ?? "";
        draft.IsBillable = Billable;
    }
}
