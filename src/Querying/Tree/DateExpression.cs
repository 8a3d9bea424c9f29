namespace Waymark.Querying.Tree;

/// <summary>Where a date expression starts from.</summary>
public enum DateBase
{
    Day,
    Instant,
    Now,
    Today,
    Tomorrow,
    Yesterday,
    StartOfDay,
    StartOfWeek,
    StartOfMonth,
    StartOfQuarter,
    StartOfYear,
    EndOfDay,
    EndOfWeek,
    EndOfMonth,
    EndOfQuarter,
    EndOfYear,
}

/// <summary>By how much a date is moved; the unit is one of <c>d w m y h</c>.</summary>
public sealed record DateOffset(int Amount, char Unit);

/// <summary>
/// A date or an instant, relative or not. It is a whole day unless it starts from an instant or is moved by hours; hours count
/// from the beginning of the day, and from the end of it behind <c>endOf…</c>.
/// </summary>
public sealed record DateExpression(DateBase Base, DateOnly? Day, DateTimeOffset? Instant, Sequence<DateOffset> Offsets)
{
    /// <summary>Whether it means a whole day.</summary>
    public bool IsDay => Base is not (DateBase.Instant or DateBase.Now) && Hours == 0 && Offsets.All(o => o.Unit != 'h');

    /// <summary>Whether hours count from the end of the day.</summary>
    public bool IsEnd => Base >= DateBase.EndOfDay;

    /// <summary>The hours of all its offsets.</summary>
    public int Hours => Offsets.Where(o => o.Unit == 'h').Sum(o => o.Amount);

    /// <summary>Days, for the offsets that are whole days or weeks; null for months and years.</summary>
    public static int? DaysOf(DateOffset offset) => offset.Unit switch { 'd' => offset.Amount, 'w' => offset.Amount * 7, _ => null };

    /// <summary>Months, for the offsets that are months or years.</summary>
    public static int MonthsOf(DateOffset offset) => offset.Unit switch { 'm' => offset.Amount, 'y' => offset.Amount * 12, _ => 0 };

    /// <summary>The day it means, or whose hours it counts, for somebody in this zone.</summary>
    public DateOnly DayIn(TimeZoneInfo zone, DateTimeOffset now)
    {
        var day = BaseDay(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        foreach (var offset in Offsets.Where(o => o.Unit != 'h'))
        {
            day = DaysOf(offset) is { } days ? day.AddDays(days) : day.AddMonths(MonthsOf(offset));
        }

        return day;
    }

    /// <summary>The instant it means, when it is no whole day.</summary>
    public DateTimeOffset InstantIn(TimeZoneInfo zone, DateTimeOffset now) => Base is DateBase.Instant or DateBase.Now
        ? MovedInstant(Instant ?? now)
        : Days.StartOf(DayIn(zone, now).AddDays(IsEnd ? 1 : 0), zone).AddHours(Hours);

    /// <summary>An instant moved by all offsets; months are those of UTC.</summary>
    public DateTimeOffset MovedInstant(DateTimeOffset instant)
    {
        foreach (var offset in Offsets)
        {
            instant = offset.Unit == 'h' ? instant.AddHours(offset.Amount)
                : DaysOf(offset) is { } days ? instant.AddDays(days)
                : instant.AddMonths(MonthsOf(offset));
        }

        return instant;
    }

    private DateOnly BaseDay(DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var year = new DateOnly(today.Year, 1, 1);
        return Base switch
        {
            DateBase.Day => Day!.Value,
            DateBase.Tomorrow => today.AddDays(1),
            DateBase.Yesterday => today.AddDays(-1),
            DateBase.StartOfWeek => monday,
            DateBase.StartOfMonth => month,
            DateBase.StartOfQuarter => quarter,
            DateBase.StartOfYear => year,
            DateBase.EndOfWeek => monday.AddDays(6),
            DateBase.EndOfMonth => month.AddMonths(1).AddDays(-1),
            DateBase.EndOfQuarter => quarter.AddMonths(3).AddDays(-1),
            DateBase.EndOfYear => year.AddYears(1).AddDays(-1),
            _ => today,
        };
    }
}
