namespace Waymark.Tasks.Model.Recurring;

/// <summary>A weekday of BYDAY: every one of the period, or the n-th from its beginning (2TU) or its end (-1FR).</summary>
/// <param name="Ordinal">Zero for every one.</param>
/// <param name="Day">The day of the week.</param>
internal readonly record struct RuleDay(int Ordinal, DayOfWeek Day)
{
    private static readonly string[] Codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>The code of RFC 5545: two letters.</summary>
    public static string CodeOf(DayOfWeek day) => Codes[(int)day];

    /// <summary>Reads a two-letter code, in either case.</summary>
    public static bool TryParseCode(ReadOnlySpan<char> code, out DayOfWeek day)
    {
        for (var i = 0; i < Codes.Length; i++)
        {
            if (code.Equals(Codes[i], StringComparison.OrdinalIgnoreCase))
            {
                day = (DayOfWeek)i;
                return true;
            }
        }

        day = default;
        return false;
    }

    /// <inheritdoc />
    public override string ToString() => Ordinal == 0 ? CodeOf(Day) : Ordinal + CodeOf(Day);
}
