using Npgsql;
using NpgsqlTypes;
using Waymark.Querying.Tree;

namespace Waymark.Tasks.Querying;

/// <summary>Writes comparisons of moments as SQL. Days are those of the project's time zone, now is the parameter <c>@now</c>.</summary>
internal sealed class MomentSql(List<NpgsqlParameter> parameters)
{
    private static readonly Clock OfProject = new("(@now at time zone p.time_zone)", "p.time_zone", "");

    /// <summary>No zone is a day away from UTC.</summary>
    private static readonly Clock Earliest = new("(@now at time zone 'UTC' - interval '1 day')", "'UTC'", " - interval '1 day'");
    private static readonly Clock Latest = new("(@now at time zone 'UTC' + interval '1 day')", "'UTC'", " + interval '1 day'");

    public string Write(TaskQueryField field, Comparator comparator, DateExpression date)
    {
        if (date is { IsDay: false, Base: DateBase.Now or DateBase.Instant })
        {
            return Write(field, field.Column, comparator, date, OfProject);
        }

        // Bounds that hold in every zone bound the index; they are known before the project is, so that the rows still come in its
        // order. The exact ones shall not: an index that waits for the project's zone gives no order, and all that fits is sorted.
        var exact = Write(field, $"({field.Column} + interval '0')", comparator, date, OfProject);
        return comparator switch
        {
            Comparator.Less or Comparator.LessOrEqual => $"({exact} and {Write(field, field.Column, comparator, date, Latest)})",
            Comparator.Greater or Comparator.GreaterOrEqual => $"({exact} and {Write(field, field.Column, comparator, date, Earliest)})",
            _ => $"({exact} and {Write(field, field.Column, Comparator.GreaterOrEqual, date, Earliest)} and {Write(field, field.Column, Comparator.LessOrEqual, date, Latest)})",
        };
    }

    private string Write(TaskQueryField field, string column, Comparator comparator, DateExpression date, Clock clock)
    {
        if (!date.IsDay)
        {
            return $"{column} {(comparator == Comparator.In ? "=" : Comparators.TextOf(comparator))} {Instant(date, clock)}";
        }

        var day = Day(date, clock);
        string Start() => clock.StartOf(day);
        string End() => clock.StartOf($"({day} + 1)");
        // The instant at which a day ends belongs to it where dates stand for their ends, else to the next one.
        var (upTo, from) = field.Field.EndsDay ? ("<=", ">") : ("<", ">=");
        return comparator switch
        {
            Comparator.Less => $"{column} {upTo} {Start()}",
            Comparator.LessOrEqual => $"{column} {upTo} {End()}",
            Comparator.Greater => $"{column} {from} {End()}",
            Comparator.GreaterOrEqual => $"{column} {from} {Start()}",
            _ => $"({column} {from} {Start()} and {column} {upTo} {End()})",
        };
    }

    private string Instant(DateExpression date, Clock clock)
    {
        if (date.Base == DateBase.Now)
        {
            return date.Offsets.Aggregate("@now", Moved);
        }

        if (date.Base == DateBase.Instant)
        {
            return parameters.AddNext(new NpgsqlParameter<DateTimeOffset> { TypedValue = date.MovedInstant(date.Instant!.Value) });
        }

        var start = clock.StartOf(date.IsEnd ? $"({Day(date, clock)} + 1)" : Day(date, clock));
        return $"({start} + make_interval(hours => {Add(date.Hours)}))";
    }

    /// <summary>Calendar steps of an instant are those of UTC, whatever the session's time zone is.</summary>
    private string Moved(string instant, DateOffset offset) => offset.Unit == 'h'
        ? $"({instant} + make_interval(hours => {Add(offset.Amount)}))"
        : $"(({instant} at time zone 'UTC' + {Interval(offset)}) at time zone 'UTC')";

    /// <summary>An expression of type <c>date</c>.</summary>
    private string Day(DateExpression date, Clock clock)
    {
        var start = date.Base == DateBase.Day ? parameters.AddNext(date.Day!.Value, NpgsqlDbType.Date) : BaseDay(date.Base, clock.Local);
        return date.Offsets.Where(o => o.Unit != 'h').Aggregate(start, (day, offset) => $"({day} + {Interval(offset)})::date");
    }

    private string Interval(DateOffset offset) => DateExpression.DaysOf(offset) is { } days
        ? $"make_interval(days => {Add(days)})"
        : $"make_interval(months => {Add(DateExpression.MonthsOf(offset))})";

    private static string BaseDay(DateBase day, string local) => day switch
    {
        DateBase.Tomorrow => $"({local} + interval '1 day')::date",
        DateBase.Yesterday => $"({local} - interval '1 day')::date",
        DateBase.StartOfWeek => First("week", local),
        DateBase.StartOfMonth => First("month", local),
        DateBase.StartOfQuarter => First("quarter", local),
        DateBase.StartOfYear => First("year", local),
        DateBase.EndOfWeek => Last("week", "1 week", local),
        DateBase.EndOfMonth => Last("month", "1 month", local),
        DateBase.EndOfQuarter => Last("quarter", "3 months", local),
        DateBase.EndOfYear => Last("year", "1 year", local),
        _ => $"{local}::date",
    };

    private static string First(string period, string local) => $"date_trunc('{period}', {local})::date";

    private static string Last(string period, string length, string local) => $"(date_trunc('{period}', {local}) + interval '{length} - 1 day')::date";

    private string Add(int value) => parameters.AddNext(new NpgsqlParameter<int> { TypedValue = value });

    /// <summary>Whose now and days are meant.</summary>
    private sealed record Clock(string Local, string Zone, string Shift)
    {
        public string StartOf(string day) => $"(({day}::timestamp at time zone {Zone}){Shift})";
    }
}
