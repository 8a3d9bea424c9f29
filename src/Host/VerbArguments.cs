namespace Waymark.Host;

/// <summary>What stands behind a verb: settings as <c>--Name value</c> or <c>--Name=value</c>, and the verb's own words.</summary>
internal sealed record VerbArguments(string[] Settings, string[] Words)
{
    private const string Force = "--force";

    /// <summary>Tells them apart; <c>--force</c> has no value and is a word.</summary>
    public static VerbArguments Of(IReadOnlyList<string> args)
    {
        var (settings, words) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == Force || !args[i].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Count)
                settings.Add(args[++i]);
        }

        return new VerbArguments([.. settings], [.. words]);
    }
}
