using System.Collections.Concurrent;

namespace Waymark.Browser.Tests.Browsing;

/// <summary>Everything that must not happen in a browser while somebody uses the product.</summary>
internal sealed class FaultWatch
{
    private const string TellViolations =
        "document.addEventListener('securitypolicyviolation', e => console.error(`Content policy: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))";

    private readonly ConcurrentQueue<string> _faults = [];
    private readonly ConcurrentBag<string> _expected = [];

    public IReadOnlyList<string> Faults => [.. _faults.Where(fault => !_expected.Any(part => fault.Contains(part, StringComparison.Ordinal)))];

    public static async Task<FaultWatch> OverAsync(IBrowserContext context, string person, Uri own)
    {
        var watch = new FaultWatch();
        void Note(string what) => watch._faults.Enqueue($"{person}: {what}");
        context.Console += (_, message) =>
        {
            if (message.Type is ("error" or "warning") && !IsAskingWhoIsThere(message))
                Note($"console {message.Type}: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => Note("uncaught: " + error.Error);
        context.Response += (_, response) =>
        {
            if (response.Status >= 500)
                Note($"{response.Status} {response.Request.Method} {response.Url}");
        };
        context.Request += (_, request) =>
        {
            if (!IsOwn(new Uri(request.Url), own))
                Note("request to another origin: " + request.Url);
        };
        await context.AddInitScriptAsync(TellViolations);
        return watch;
    }

    /// <summary>The journey brings this about itself, such as a refusal that it wants to see.</summary>
    public void Expect(string part) => _expected.Add(part);

    /// <summary>Whether somebody is signed in only the server can tell, and browsers write its "no" into the console.</summary>
    private static bool IsAskingWhoIsThere(IConsoleMessage message) =>
        message.Text.Contains("401 (Unauthorized)", StringComparison.Ordinal) && message.Location.Contains("/api/auth/refresh:", StringComparison.Ordinal);

    private static bool IsOwn(Uri url, Uri own) => url.Scheme is "data" or "blob" || (url.Host == own.Host && url.Port == own.Port);
}
