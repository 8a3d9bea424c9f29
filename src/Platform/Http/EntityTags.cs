using Microsoft.Extensions.Primitives;

namespace Waymark.Platform.Http;

/// <summary>Entity tags are the resource's version in quotes: <c>"7"</c> (RFC 9110, section 8.8.3).</summary>
internal static class EntityTags
{
    public static string Format(long version) => $"\"{version}\"";

    /// <summary>Weak comparison, as <c>If-None-Match</c> asks for it.</summary>
    public static bool Matches(StringValues header, string tag) =>
        header.Count > 0 && Tags(header).Any(t => t is "*" || t == tag || (t.StartsWith("W/", StringComparison.Ordinal) && t[2..] == tag));

    /// <summary>Strong comparison, as <c>If-Match</c> asks for it: <c>*</c> matches any version, a weak tag none.</summary>
    public static bool Admits(StringValues header, long version) =>
        header.Count == 0 || Tags(header).Any(t => t is "*" || t == Format(version));

    private static IEnumerable<string> Tags(StringValues header) =>
        header.SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
