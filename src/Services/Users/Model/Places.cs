using System.Text.RegularExpressions;

namespace Waymark.Users.Model;

/// <summary>Languages and time zones as people may choose them.</summary>
internal static partial class Places
{
    public const int MaxLocaleLength = 35;
    public const int MaxTimeZoneLength = 64;

    /// <summary>The faults of a locale or a time zone that is none; null leaves the choice open.</summary>
    public static Problem? Check(string? locale, string? timeZone)
    {
        if (locale is not null && !Locale().IsMatch(locale))
        {
            return Problems.Invalid("locale", "A language tag such as en or de-AT is expected.");
        }

        return timeZone is null || IsTimeZone(timeZone) ? null : Problems.Invalid("timeZone", "An IANA time zone such as Europe/Vienna is expected.");
    }

    /// <summary>Only IANA names: what other systems call a zone means nothing to browsers.</summary>
    private static bool IsTimeZone(string id) =>
        id.Length <= MaxTimeZoneLength && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId && !id.Contains(' ', StringComparison.Ordinal);

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Locale();
}
