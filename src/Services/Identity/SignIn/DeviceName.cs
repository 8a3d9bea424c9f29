namespace Waymark.Identity.SignIn;

/// <summary>A device as a person knows it, <c>Firefox on Linux</c>, guessed from the User-Agent; never used to decide anything.</summary>
internal static class DeviceName
{
    public const int MaxLength = 100;

    /// <summary>The order matters: most browsers also name the ones that they descend from.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        var browser = Find(Browsers, agent);
        var system = Find(Systems, agent);
        return (browser, system) switch
        {
            ({ } b, { } s) => $"{b} on {s}",
            ({ } b, null) => b,
            _ when agent.Length == 0 => "Unknown device",
            _ => Program(agent),
        };
    }

    private static string? Find((string Mark, string Name)[] known, string agent) =>
        known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;

    /// <summary>What is no browser names itself first: <c>curl/8.5.0</c>.</summary>
    private static string Program(string agent)
    {
        var name = new string([.. agent.Split(' ')[0].Where(c => !char.IsControl(c))]);
        return name.Length <= MaxLength ? name : name[..MaxLength];
    }
}
