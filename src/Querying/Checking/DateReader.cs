using System.Globalization;
using Waymark.Querying.Tree;

namespace Waymark.Querying.Checking;

/// <summary>Reads a date, an instant or a named day, with its offsets.</summary>
internal sealed class DateReader(string text, int position)
{
    private const string Units = "dwmyh";
    private const double DaysOfYear = 365.25;

    private static readonly Dictionary<string, DateBase> Named = Enum.GetValues<DateBase>()
        .Where(b => b is not (DateBase.Day or DateBase.Instant))
        .ToDictionary(b => b.ToString(), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Names = [.. Named.Values.Select(b => QueryText.Of(new DateExpression(b, null, null, [])))];

    private int _at;

    public QueryFault? Fault { get; private set; }

    public DateExpression? Read()
    {
        var start = text.Length > 0 && char.IsAsciiDigit(text[0]) ? ReadLiteral() : ReadName();
        if (start is null)
        {
            return null;
        }

        var (offsets, days) = (new List<DateOffset>(), 0.0);
        for (SkipBlanks(); _at < text.Length; SkipBlanks())
        {
            var from = _at;
            if (ReadOffset() is not { } offset)
            {
                return null;
            }

            offsets.Add(offset);
            days += DaysOf(offset);
            if (offsets.Count > QueryLimits.MaxOffsets || days > QueryLimits.MaxYears * DaysOfYear)
            {
                return Fail<DateExpression>(
                    from, $"A date is moved at most {QueryLimits.MaxOffsets} times and by {QueryLimits.MaxYears} years.", "and", "or", "order by", "the end");
            }
        }

        return start with { Offsets = [.. offsets] };
    }

    private DateExpression? ReadName()
    {
        while (_at < text.Length && char.IsAsciiLetter(text[_at]))
        {
            _at++;
        }

        if (Named.TryGetValue(text[.._at], out var named))
        {
            return new DateExpression(named, null, null, []);
        }

        var near = NearNames.Of(text[.._at], Names);
        return Fail<DateExpression>(
            0,
            $"A date such as 2026-12-24, an instant such as 2026-12-24T18:00:00Z, or a day such as today is expected.{Shortened.Hint(near)}",
            near.Count > 0 ? near : ["2026-12-24", "2026-12-24T18:00:00Z", .. Names]);
    }

    private DateExpression? ReadLiteral()
    {
        const int Length = 10;
        if (text.Length < Length || !DateOnly.TryParseExact(text.AsSpan(0, Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is < 1900 or > 2200)
        {
            return Fail<DateExpression>(0, "A date is written 2026-12-24, in a year from 1900 to 2200.", "2026-12-24");
        }

        _at = Length;
        if (_at == text.Length || text[_at] is not ('T' or 't'))
        {
            return new DateExpression(DateBase.Day, day, null, []);
        }

        for (_at++; _at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] is ':' or '.'); _at++)
        {
        }

        // What follows is the zone, unless it is an offset such as -7d.
        var zone = _at < text.Length && text[_at] is 'Z' or 'z' ? 1 : IsZone() ? 6 : 0;
        if (zone == 0 || !DateTimeOffset.TryParse(text.AsSpan(0, _at + zone), CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return Fail<DateExpression>(0, "An instant is written 2026-12-24T18:00:00Z, or with an offset such as +01:00.", "2026-12-24T18:00:00Z");
        }

        _at += zone;
        var ticks = instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond);
        return new DateExpression(DateBase.Instant, null, new DateTimeOffset(ticks, TimeSpan.Zero), []);
    }

    private bool IsZone() =>
        _at + 6 <= text.Length && text[_at] is '+' or '-' && char.IsAsciiDigit(text[_at + 1]) && char.IsAsciiDigit(text[_at + 2])
        && text[_at + 3] == ':' && char.IsAsciiDigit(text[_at + 4]) && char.IsAsciiDigit(text[_at + 5]);

    private DateOffset? ReadOffset()
    {
        if (text[_at] is not ('+' or '-'))
        {
            return Fail<DateOffset>(_at, "Only offsets such as + 7d or - 2h can follow a date.", "+", "-");
        }

        var isNegative = text[_at++] == '-';
        SkipBlanks();
        var digits = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        if (!int.TryParse(text.AsSpan(digits, _at - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount > 100_000_000)
        {
            return Fail<DateOffset>(digits, "A whole number of days, weeks, months, years or hours is expected, such as 7d.", "a number");
        }

        var unit = _at;
        while (_at < text.Length && char.IsAsciiLetter(text[_at]))
        {
            _at++;
        }

        return _at - unit == 1 && Units.Contains(char.ToLowerInvariant(text[unit]), StringComparison.Ordinal)
            ? new DateOffset(isNegative ? -amount : amount, char.ToLowerInvariant(text[unit]))
            : Fail<DateOffset>(unit, "A unit is expected: d, w, m (months), y or h.", "d", "w", "m", "y", "h");
    }

    private static double DaysOf(DateOffset offset) => Math.Abs((double)offset.Amount) * offset.Unit switch
    {
        'h' => 1 / 24.0,
        'd' => 1,
        'w' => 7,
        'm' => DaysOfYear / 12,
        _ => DaysOfYear,
    };

    private void SkipBlanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private T? Fail<T>(int at, string detail, params IEnumerable<string> expected)
        where T : class
    {
        Fault ??= QueryFault.At(position + at, detail, expected);
        return null;
    }
}
