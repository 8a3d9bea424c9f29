using System.Text.RegularExpressions;

namespace Waymark.Projects.Model;

/// <summary>A key that a project has or had in its workspace; it is never given to another one.</summary>
internal sealed class ProjectKey
{
    public required Guid WorkspaceId { get; init; }

    public required string Key { get; init; }

    public required Guid ProjectId { get; init; }
}

/// <summary>Makes keys out of names.</summary>
internal static partial class ProjectKeys
{
    public const string Pattern = "^[A-Z0-9]{2,10}$";

    private const int MaxLength = 10;
    private const string Nameless = "PRJ";

    /// <summary>The initials of several words, the beginning of a single one: "Website Relaunch" is WR, "Website" is WEB.</summary>
    public static string Of(string name)
    {
        var words = Word().Matches(name.ToUpperInvariant()).Select(m => m.Value).ToList();
        var key = words switch
        {
            [] => "",
            [var only] => only.Length <= 4 ? only : only[..3],
            _ => string.Concat(words.Take(5).Select(w => w[0])),
        };
        return key.Length >= 2 ? key : Nameless;
    }

    /// <summary>The key itself when it is free, else with the first free number behind it.</summary>
    public static string FirstFree(string key, IReadOnlyCollection<string> taken)
    {
        var free = key;
        for (var number = 2; taken.Contains(free); number++)
        {
            var suffix = number.ToString();
            free = key[..Math.Min(key.Length, MaxLength - suffix.Length)] + suffix;
        }

        return free;
    }

    [GeneratedRegex("[A-Z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
