using System.Text.Json;

namespace Waymark.Browser.Tests.Browsing;

/// <summary>A person in front of a browser of their own.</summary>
internal sealed class Visitor(IBrowserContext context, string name)
{
    public const string Password = "a long enough secret";

    private string? _token;
    private FaultWatch? _watch;

    public string Name => name;

    public string Email { get; } = $"{name.ToLowerInvariant()}-{Guid.CreateVersion7():N}@example.org";

    public Guid Id { get; private set; }

    public IBrowserContext Context => context;

    public IPage Page { get; private set; } = null!;

    public FaultWatch Watch => _watch!;

    public async Task OpenPageAsync(Uri product)
    {
        _watch = await FaultWatch.OverAsync(context, name, product);
        Page = await context.NewPageAsync();
    }

    /// <summary>Registers without the form; the browser keeps the session's cookie as if it had been the form.</summary>
    public async Task RegisterAsync() => Begin(await AskAsync("POST", "/api/users/register", new { email = Email, password = Password, displayName = name }));

    /// <summary>The same without registering: a known person's other browser.</summary>
    public async Task SignInAsync(string email, string password) => Begin(await AskAsync("POST", "/api/users/login", new { email, password }));

    /// <summary>Does through the API what a journey needs but is not about.</summary>
    public async Task<JsonElement> AskAsync(string method, string path, object? body = null)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Waymark-Client"] = "web" };
        if (_token is not null)
            headers["Authorization"] = "Bearer " + _token;
        var answer = await context.APIRequest.FetchAsync(path, new() { Method = method, DataObject = body, Headers = headers });
        var text = await answer.TextAsync();
        Assert.True(answer.Ok, $"{method} {path}: {answer.Status} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public ILocator Button(string label, bool isExact = true) => Page.GetByRole(AriaRole.Button, new() { Name = label, Exact = isExact });

    public ILocator Field(string label) => Page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    public ILocator MenuItem(string label) => Page.GetByRole(AriaRole.Menuitem, new() { Name = label, Exact = true });

    /// <summary>The panel of an open task.</summary>
    public ILocator Peek(string key) => Page.GetByRole(AriaRole.Complementary, new() { Name = "Task " + key });

    /// <summary>A column of the board.</summary>
    public ILocator Lane(string column) => Page.GetByRole(AriaRole.List, new() { Name = column, Exact = true });

    public ILocator Card(string key) => Page.GetByRole(AriaRole.Listitem, new() { Name = key + ":" });

    /// <summary>Waits until everything that the page asked for has been drawn.</summary>
    public async Task SettleAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Expect(Page.Locator("[aria-busy=true], .skeleton")).ToHaveCountAsync(0);
        await Page.EvaluateAsync("document.fonts.ready");
    }

    private void Begin(JsonElement answer)
    {
        _token = answer.GetProperty("accessToken").GetString();
        Id = answer.GetProperty("user").GetProperty("id").GetGuid();
    }
}
