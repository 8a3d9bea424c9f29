using System.Globalization;

namespace Waymark.Tasks.Model.Recurring;

/// <summary>
/// Reads the text of a rule, strictly: every part once, in any order, in either case, with values in their range and in a
/// combination that has a meaning. The first fault wins, with its place.
/// </summary>
internal sealed class RuleParser(string text, bool isCalendarDate)
{
    private const string Prefix = "RRULE:";
    private const int Most = 1_000_000;

    private readonly Dictionary<string, (int Name, int Value, string Text)> _parts = new(StringComparer.Ordinal);
    private RuleFault? _fault;

    private static readonly string[] Names =
    [
        "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS", "WKST",
    ];

    public (RecurrenceRule? Rule, RuleFault? Fault) Parse()
    {
        Split();
        if (_fault is not null)
        {
            return (null, _fault);
        }

        var rule = new RecurrenceRule
        {
            Frequency = ReadFrequency(),
            Interval = ReadNumber("INTERVAL") ?? 1,
            Count = ReadNumber("COUNT"),
            Until = ReadEnd(),
            Months = ReadNumbers("BYMONTH", 1, 12),
            Weeks = ReadNumbers("BYWEEKNO", 1, 53, mayCountFromEnd: true),
            YearDays = ReadNumbers("BYYEARDAY", 1, 366, mayCountFromEnd: true),
            MonthDays = ReadNumbers("BYMONTHDAY", 1, 31, mayCountFromEnd: true),
            Days = ReadDays(),
            Hours = ReadNumbers("BYHOUR", 0, 23),
            Minutes = ReadNumbers("BYMINUTE", 0, 59),
            Seconds = ReadNumbers("BYSECOND", 0, 59),
            Positions = ReadNumbers("BYSETPOS", 1, 366, mayCountFromEnd: true),
            WeekStart = ReadWeekStart(),
        };
        if (_fault is null && RuleCombinations.FaultOf(rule, isCalendarDate) is var (part, message))
        {
            Fail(_parts[part].Name, message);
        }

        return _fault is null ? (rule, null) : (null, _fault);
    }

    private void Split()
    {
        if (text.Length > RecurrenceRule.MaxLength)
        {
            Fail(RecurrenceRule.MaxLength, $"A rule has at most {RecurrenceRule.MaxLength} characters.");
            return;
        }

        var place = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? Prefix.Length : 0;
        while (_fault is null && place <= text.Length)
        {
            var end = text.IndexOf(';', place) is var semicolon && semicolon < 0 ? text.Length : semicolon;
            AddPart(place, end);
            place = end + 1;
        }

        if (_fault is null && !_parts.ContainsKey("FREQ"))
        {
            Fail(text.Length, "FREQ is missing: HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY.");
        }
    }

    private void AddPart(int place, int end)
    {
        var equals = text.IndexOf('=', place, end - place);
        if (equals < 0)
        {
            Fail(place, end == place ? "A part such as FREQ=DAILY is expected." : $"'{text[place..end]}' lacks its value: NAME=value is expected.");
            return;
        }

        var name = text[place..equals].ToUpperInvariant();
        if (!Names.Contains(name, StringComparer.Ordinal))
        {
            Fail(place, $"There is no part '{text[place..equals]}'; known are {string.Join(", ", Names)}.");
        }
        else if (!_parts.TryAdd(name, (place, equals + 1, text[(equals + 1)..end])))
        {
            Fail(place, $"{name} is given twice.");
        }
    }

    private Frequency ReadFrequency()
    {
        var (_, place, value) = _parts["FREQ"];
        switch (value.ToUpperInvariant())
        {
            case "YEARLY":
                return Frequency.Yearly;
            case "MONTHLY":
                return Frequency.Monthly;
            case "WEEKLY":
                return Frequency.Weekly;
            case "DAILY":
                return Frequency.Daily;
            case "HOURLY":
                return Frequency.Hourly;
            case "MINUTELY" or "SECONDLY":
                Fail(place, "A task recurs at most every hour: HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY is expected.");
                return default;
            default:
                Fail(place, $"FREQ takes HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY, not '{value}'.");
                return default;
        }
    }

    private int? ReadNumber(string name)
    {
        if (!_parts.TryGetValue(name, out var part))
        {
            return null;
        }

        if (IsNumber(part.Text, 7, out var number) && number is >= 1 and <= Most)
        {
            return number;
        }

        Fail(part.Value, $"{name} takes one number from 1 to {Most}, not '{part.Text}'.");
        return null;
    }

    private RuleEnd? ReadEnd()
    {
        if (!_parts.TryGetValue("UNTIL", out var part))
        {
            return null;
        }

        if (RuleEnd.TryParse(part.Text, out var end))
        {
            return end;
        }

        Fail(part.Value, $"UNTIL takes a date such as 20261231 or a time such as 20261231T170000Z, not '{part.Text}'.");
        return null;
    }

    private List<int> ReadNumbers(string name, int from, int to, bool mayCountFromEnd = false) => ReadList(name, (place, item) =>
    {
        var isSigned = mayCountFromEnd && item.Length > 0 && item[0] is '+' or '-';
        if (IsNumber(isSigned ? item[1..] : item, to > 99 ? 3 : 2, out var number) && number >= from && number <= to)
        {
            return isSigned && item[0] == '-' ? -number : number;
        }

        var range = mayCountFromEnd ? $"{from} to {to} or -{to} to -{from}" : $"{from} to {to}";
        Fail(place, $"{name} takes numbers from {range}, not '{item}'.");
        return 0;
    });

    private List<RuleDay> ReadDays() => ReadList("BYDAY", (place, item) =>
    {
        if (item.Length >= 2 && RuleDay.TryParseCode(item.AsSpan(item.Length - 2), out var day))
        {
            var digits = item[..^2].TrimStart('+', '-');
            if (item.Length == 2)
            {
                return new RuleDay(0, day);
            }

            if (item.Length - 2 - digits.Length <= 1 && IsNumber(digits, 2, out var ordinal) && ordinal is >= 1 and <= 53)
            {
                return new RuleDay(item[0] == '-' ? -ordinal : ordinal, day);
            }
        }

        Fail(place, $"BYDAY takes weekdays such as MO, 2TU or -1FR, not '{item}'.");
        return default;
    });

    private DayOfWeek ReadWeekStart()
    {
        if (!_parts.TryGetValue("WKST", out var part))
        {
            return DayOfWeek.Monday;
        }

        if (!RuleDay.TryParseCode(part.Text, out var day))
        {
            Fail(part.Value, $"WKST takes one weekday such as MO, not '{part.Text}'.");
        }

        return day;
    }

    private List<T> ReadList<T>(string name, Func<int, string, T> read)
    {
        var values = new List<T>();
        if (!_parts.TryGetValue(name, out var part))
        {
            return values;
        }

        var place = part.Value;
        foreach (var item in part.Text.Split(','))
        {
            var value = read(place, item);
            if (!values.Contains(value))
            {
                values.Add(value);
            }

            place += item.Length + 1;
        }

        return values;
    }

    private static bool IsNumber(string digits, int atMost, out int number)
    {
        number = 0;
        return digits.Length <= atMost && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Keeps the first fault only.</summary>
    private void Fail(int place, string message) => _fault ??= new RuleFault(place, message);
}
