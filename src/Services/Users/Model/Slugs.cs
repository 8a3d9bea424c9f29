using System.Text.RegularExpressions;

namespace Waymark.Users.Model;

/// <summary>The short names of workspaces in addresses.</summary>
internal static partial class Slugs
{
    public const string Pattern = "^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$";

    /// <summary>"Team Blue!" becomes team-blue; a name without a Latin letter becomes "team".</summary>
    public static string Of(string name)
    {
        var slug = string.Join('-', Word().Matches(name.ToLowerInvariant()).Select(m => m.Value));
        slug = slug[..Math.Min(slug.Length, 40)].Trim('-');
        return slug.Length > 0 ? slug : "team";
    }

    /// <summary>The same with a piece of the id behind it, for when the plain one is taken.</summary>
    public static string Of(string name, Guid id) => $"{Of(name)}-{id.ToString("N")[^6..]}";

    [GeneratedRegex("[a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
