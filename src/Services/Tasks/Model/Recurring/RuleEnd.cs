using System.Globalization;

namespace Waymark.Tasks.Model.Recurring;

/// <summary>
/// UNTIL: the last moment of a rule, itself included. A date means the whole day in the time zone of the recurrence, a time
/// without Z the clock of that zone.
/// </summary>
internal readonly record struct RuleEnd(DateTime Value, bool HasTime, bool IsUtc)
{
    private const string DateForm = "yyyyMMdd";
    private const string TimeForm = "yyyyMMdd'T'HHmmss";

    /// <summary>Reads 20261231, 20261231T170000 or 20261231T170000Z.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RuleEnd end)
    {
        var hasTime = text.Length > 8;
        var isUtc = hasTime && text[^1] is 'Z' or 'z';
        var read = isUtc ? text[..^1] : text;
        var isValid = DateTime.TryParseExact(read, hasTime ? TimeForm : DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        end = new RuleEnd(value, hasTime, isUtc);
        return isValid;
    }

    /// <summary>Whether an occurrence comes too late.</summary>
    public bool IsBefore(Moment occurrence, WallClock clock)
    {
        if (occurrence.Date is { } date)
        {
            var last = IsUtc ? clock.Read(new DateTimeOffset(Value.Ticks, TimeSpan.Zero)) : Value;
            return date > DateOnly.FromDateTime(last);
        }

        var instant = occurrence.Instant!.Value;
        return (HasTime, IsUtc) switch
        {
            (false, _) => clock.Read(instant).Date > Value,
            (true, true) => instant.UtcTicks > Value.Ticks,
            (true, false) => instant > clock.Find(Value).Instant,
        };
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString(HasTime ? TimeForm : DateForm, CultureInfo.InvariantCulture) + (IsUtc ? "Z" : "");
}
