namespace Waymark.Platform.Operations;

/// <summary>What stands behind a verb: settings as <c>--Name value</c> or <c>--Name=value</c>, and the verb's own words.</summary>
/// <param name="Settings">For the configuration.</param>
/// <param name="Words">Files, addresses, <c>--force</c>.</param>
public sealed record VerbArguments(string[] Settings, string[] Words)
{
    /// <summary>Lose what is there.</summary>
    public const string Force = "--force";

    /// <summary>Tells them apart; <c>--force</c> has no value and is a word, not the name of a setting.</summary>
    public static VerbArguments Of(IReadOnlyList<string> arguments)
    {
        var (settings, words) = (new List<string>(), new List<string>());
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == Force || !arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(arguments[i]);
                continue;
            }

            settings.Add(arguments[i]);
            if (!arguments[i].Contains('=', StringComparison.Ordinal) && i + 1 < arguments.Count)
                settings.Add(arguments[++i]);
        }

        return new VerbArguments([.. settings], [.. words]);
    }

    /// <summary>The names of settings as <see cref="Of"/> tells them apart from values.</summary>
    public static IEnumerable<string> NamesOf(IReadOnlyList<string> settings)
    {
        for (var i = 0; i < settings.Count; i++)
        {
            var parts = settings[i][2..].Split('=', 2);
            i += parts.Length == 1 ? 1 : 0;
            yield return parts[0];
        }
    }
}
