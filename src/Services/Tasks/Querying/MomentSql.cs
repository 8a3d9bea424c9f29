using Npgsql;
using NpgsqlTypes;
using Waymark.Querying.Tree;

namespace Waymark.Tasks.Querying;

/// <summary>Writes comparisons of moments as SQL. Days are those of the project's time zone, now is the parameter <c>@now</c>.</summary>
internal sealed class MomentSql(List<NpgsqlParameter> parameters)
{
    private const string Zone = "p.time_zone";
    private const string Local = $"(@now at time zone {Zone})";

    public string Write(TaskQueryField field, Comparator comparator, DateExpression date)
    {
        if (!date.IsDay)
        {
            return $"{field.Column} {(comparator == Comparator.In ? "=" : Comparators.TextOf(comparator))} {Instant(date)}";
        }

        var (column, day) = (field.Column, Day(date));
        string Start() => StartOf(day);
        string End() => StartOf($"({day} + 1)");
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

    private string Instant(DateExpression date)
    {
        if (date.Base == DateBase.Now)
        {
            return date.Offsets.Aggregate("@now", Moved);
        }

        if (date.Base == DateBase.Instant)
        {
            return parameters.AddNext(new NpgsqlParameter<DateTimeOffset> { TypedValue = date.MovedInstant(date.Instant!.Value) });
        }

        var start = StartOf(date.IsEnd ? $"({Day(date)} + 1)" : Day(date));
        return $"({start} + make_interval(hours => {Add(date.Hours)}))";
    }

    /// <summary>Calendar steps of an instant are those of UTC, whatever the session's time zone is.</summary>
    private string Moved(string instant, DateOffset offset) => offset.Unit == 'h'
        ? $"({instant} + make_interval(hours => {Add(offset.Amount)}))"
        : $"(({instant} at time zone 'UTC' + {Interval(offset)}) at time zone 'UTC')";

    /// <summary>An expression of type <c>date</c>.</summary>
    private string Day(DateExpression date)
    {
        var start = date.Base == DateBase.Day ? parameters.AddNext(date.Day!.Value, NpgsqlDbType.Date) : BaseDay(date.Base);
        return date.Offsets.Where(o => o.Unit != 'h').Aggregate(start, (day, offset) => $"({day} + {Interval(offset)})::date");
    }

    private string Interval(DateOffset offset) => DateExpression.DaysOf(offset) is { } days
        ? $"make_interval(days => {Add(days)})"
        : $"make_interval(months => {Add(DateExpression.MonthsOf(offset))})";

    private static string BaseDay(DateBase day) => day switch
    {
        DateBase.Tomorrow => $"({Local} + interval '1 day')::date",
        DateBase.Yesterday => $"({Local} - interval '1 day')::date",
        DateBase.StartOfWeek => First("week"),
        DateBase.StartOfMonth => First("month"),
        DateBase.StartOfQuarter => First("quarter"),
        DateBase.StartOfYear => First("year"),
        DateBase.EndOfWeek => Last("week", "1 week"),
        DateBase.EndOfMonth => Last("month", "1 month"),
        DateBase.EndOfQuarter => Last("quarter", "3 months"),
        DateBase.EndOfYear => Last("year", "1 year"),
        _ => $"{Local}::date",
    };

    private static string First(string period) => $"date_trunc('{period}', {Local})::date";

    private static string Last(string period, string length) => $"(date_trunc('{period}', {Local}) + interval '{length} - 1 day')::date";

    private static string StartOf(string day) => $"({day}::timestamp at time zone {Zone})";

    private string Add(int value) => parameters.AddNext(new NpgsqlParameter<int> { TypedValue = value });
}
