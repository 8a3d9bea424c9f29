namespace Waymark.Browser.Tests.Browsing;

/// <summary>
/// A test in which people use the product with browsers. Whatever else it asserts, nothing may have gone wrong inside the
/// browsers: no error in a console, no violation of the content policy, no request to another origin.
/// </summary>
public abstract class Journey(RunningProduct product) : IAsyncLifetime
{
    private const int LogLines = 60;
    private readonly List<Visitor> _visitors = [];

    internal RunningProduct Product => product;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var faults = _visitors.SelectMany(visitor => visitor.Watch.Faults).ToList();
        if (faults.Count > 0 || TestContext.Current.TestState?.Result is not TestResult.Passed)
            await TellAsync(faults);
        foreach (var visitor in _visitors)
            await visitor.Context.DisposeAsync();
        Assert.Empty(faults);
    }

    /// <summary>A stranger with an empty page.</summary>
    internal async Task<Visitor> OpenAsync(string name, BrowserNewContextOptions? options = null)
    {
        var visitor = new Visitor(await product.OpenAsync(options ?? new()), name);
        _visitors.Add(visitor);
        await visitor.OpenPageAsync(product.Address);
        return visitor;
    }

    /// <summary>Somebody with an account, signed in, on an empty page.</summary>
    internal async Task<Visitor> RegisterAsync(string name, BrowserNewContextOptions? options = null)
    {
        var visitor = await OpenAsync(name, options);
        await visitor.RegisterAsync();
        return visitor;
    }

    private async Task TellAsync(IReadOnlyList<string> faults)
    {
        var output = TestContext.Current.TestOutputHelper;
        foreach (var fault in faults)
            output?.WriteLine(fault);
        foreach (var visitor in _visitors)
        {
            var picture = Pictures.PathOf($"failed-{TestContext.Current.TestMethod?.MethodName}-{visitor.Name}.png");
            await visitor.Page.ScreenshotAsync(new() { Path = picture });
            output?.WriteLine($"{visitor.Name} was at {visitor.Page.Url}: {picture}");
        }

        output?.WriteLine(HostLogs.Tails(LogLines));
    }
}
