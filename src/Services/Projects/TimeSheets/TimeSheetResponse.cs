using Waymark.Projects.Parts;

namespace Waymark.Projects.TimeSheets;

/// <summary>A time sheet as callers see it; the minutes are those of its entries now.</summary>
public sealed record TimeSheetResponse(
    Guid Id, Guid ProjectId, Guid UserId, DateOnly Week, [property: OneOf(typeof(TimeSheetStates))] string State,
    int Minutes, int BillableMinutes, string? Reason, DateTimeOffset? SubmittedAt, DateTimeOffset? DecidedAt, Guid? DecidedById,
    DateTimeOffset CreatedAt, long Version)
{
    /// <summary>A sheet is made by the first entry of its week, which tells of itself; what it tells of is the state that it has come to.</summary>
    internal static readonly PartKind<TimeSheet, TimeSheetResponse> Kind = new("time sheet", "time-sheets", TimeSheet.Fields, Of, EventOf, EventOf, EventOf, FillIn: SheetTotals.FillInAsync);

    internal static TimeSheetResponse Of(TimeSheet s) => new(
        s.Id, s.ProjectId, s.UserId, s.Week, s.State, s.Total.Minutes, s.Total.BillableMinutes, s.Reason, s.SubmittedAt, s.DecidedAt, s.DecidedById,
        s.CreatedAt, s.Version);

    private static IEvent EventOf(TimeSheet s, FieldChanges changes) => s.State switch
    {
        TimeSheetStates.Submitted => new TimeSheetSubmitted(s.Told(), changes),
        TimeSheetStates.Approved => new TimeSheetApproved(s.Told(), changes),
        TimeSheetStates.Rejected => new TimeSheetRejected(s.Told(), changes),
        _ => new TimeSheetReopened(s.Told(), changes),
    };
}
