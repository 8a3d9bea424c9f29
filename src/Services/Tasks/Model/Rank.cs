namespace Waymark.Tasks.Model;

/// <summary>
/// Fractional indexes in byte order: between any two ranks there is room for another, so a move writes one row. A rank is
/// seven characters of a whole number, so that placing at either end keeps ranks short, and a fraction in base 62 that
/// never ends in zero (after D. Greenspan, "Implementing fractional indexing", 2020).
/// </summary>
internal static class Rank
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private const int WholeLength = 6;

    /// <summary>Half of what six digits hold: whole ranks run from its negative to itself.</summary>
    private const long Middle = 62L * 62 * 62 * 62 * 62 * 62 / 2;

    /// <summary>The n-th whole rank: larger numbers stand behind, negative ones in front of the first.</summary>
    public static string Whole(long number)
    {
        Span<char> rank = stackalloc char[WholeLength + 1];
        rank[0] = 'm';
        var rest = Middle + number;
        for (var i = WholeLength; i > 0; i--)
        {
            rank[i] = Digits[(int)(rest % 62)];
            rest /= 62;
        }

        return new string(rank);
    }

    /// <summary>
    /// A rank strictly between two others. The whole number stays whole: cut short it could not be told from one that ends in zero.
    /// </summary>
    public static string Between(string before, string after)
    {
        if (string.CompareOrdinal(before, after) >= 0)
        {
            throw new ArgumentException($"The rank {before} does not stand before {after}.", nameof(before));
        }

        var (whole, fraction) = (before[..(WholeLength + 1)], before[(WholeLength + 1)..]);
        return whole + Midpoint(fraction, after.StartsWith(whole, StringComparison.Ordinal) ? after[(WholeLength + 1)..] : null);
    }

    /// <summary>
    /// The shortest text between two texts, both read as fractions in base 62; <paramref name="high"/> null is one.
    /// </summary>
    private static string Midpoint(string low, string? high)
    {
        var shared = 0;
        if (high is not null)
        {
            while (shared < high.Length && (shared < low.Length ? low[shared] : Digits[0]) == high[shared])
            {
                shared++;
            }
        }

        if (shared > 0)
        {
            return string.Concat(high.AsSpan(0, shared), Midpoint(shared < low.Length ? low[shared..] : "", high![shared..]));
        }

        var lowDigit = low.Length > 0 ? Digits.IndexOf(low[0], StringComparison.Ordinal) : 0;
        var highDigit = high is { Length: > 0 } ? Digits.IndexOf(high[0], StringComparison.Ordinal) : Digits.Length;
        if (highDigit - lowDigit > 1)
        {
            return Digits[(lowDigit + highDigit) / 2].ToString();
        }

        return high is { Length: > 1 }
            ? high[..1]
            : Digits[lowDigit] + Midpoint(low.Length > 0 ? low[1..] : "", null);
    }
}
