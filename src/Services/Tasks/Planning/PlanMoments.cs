using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Tasks.Planning;

/// <summary>Dates and instants in a plan.</summary>
internal static class PlanMoments
{
    public const string Expected = "A date such as 2026-03-01 or an instant such as 2026-03-01T09:30:00Z is expected, between 1970 and 2200.";

    /// <summary>Working time is laid out between the instants of a plan, so they must not lie ages apart.</summary>
    public static bool AreInRange(params ReadOnlySpan<Moment> moments)
    {
        foreach (var moment in moments)
        {
            if ((moment.Date?.Year ?? moment.Instant!.Value.Year) is < 1970 or > 2200)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A start in the form in which it stood before.</summary>
    public static Moment StartLike(Moment before, DateTimeOffset start, WallClock clock) =>
        before.Date is null ? Moment.At(start) : Moment.On(DateOnly.FromDateTime(clock.Read(start)));

    /// <summary>A due date so much working time later, in the form in which it stood before; a day is done when its last minute is.</summary>
    public static Moment DueLater(Moment before, DateTimeOffset dueAt, long minutes, WorkingTime time, WallClock clock)
    {
        var due = time.FinishAt(time.PositionUntil(dueAt) + minutes);
        return before.Date is null ? Moment.At(due) : Moment.On(DateOnly.FromDateTime(clock.Read(due.AddTicks(-1))));
    }
}
