using Npgsql;
using Waymark.Platform.PrivatePostgres;

namespace Waymark.Browser.Tests.Browsing;

/// <summary>One host that serves the built web client, and one Chromium; the journeys stay apart by the people they register.</summary>
public sealed class RunningProduct : IAsyncLifetime
{
    // Long enough for a busy machine: only a broken program reaches it.
    private const float PatienceMilliseconds = 60_000;

    private readonly HostFolder _folder = new();
    private HostProcess? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address => _host!.Address;

    /// <summary>The address of the person who runs the installation; the password is every visitor's.</summary>
    public string AdministratorEmail { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        SetDefaultExpectTimeout(PatienceMilliseconds);
        await HostFolder.RemoveLeftoversAsync();
        var starting = HostProcess.StartReadyAsync(_folder, "--Web:Folder=" + WebFolder());
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.FindProgram(),
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
        });
        _host = await starting;
        await RegisterAdministratorAsync();
    }

    /// <summary>Brings about inside a service's database what no visitor can, such as an event that died.</summary>
    internal async Task RunAsync(string service, string sql)
    {
        var admin = new NpgsqlConnectionStringBuilder(PostgresServer.AdminConnectionStringOf(_folder.Path)) { Database = "waymark_" + service };
        await using var connection = new NpgsqlConnection(admin.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A browser of its own for one person: nothing is shared with other ones but the product.</summary>
    internal async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        options.BaseURL = Address.ToString();
        options.Locale ??= "en-GB";
        options.ViewportSize ??= new ViewportSize { Width = 1440, Height = 900 };
        // What moves is not what is tested, and would be in the way of the pictures.
        options.ReducedMotion ??= ReducedMotion.Reduce;
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceMilliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        await _folder.DisposeAsync();
    }

    /// <summary>The first person of a product is welcomed as its administrator; no journey shall depend on being the first.</summary>
    private async Task RegisterAdministratorAsync()
    {
        await using var context = await OpenAsync(new());
        var root = new Visitor(context, "Root");
        await root.RegisterAsync();
        AdministratorEmail = root.Email;
    }

    private static string WebFolder()
    {
        var folder = Repository.PathOf("web", "dist");
        return File.Exists(Path.Combine(folder, "index.html"))
            ? folder
            : throw new InvalidOperationException("The web client is not built: npm run build in web/, or ./waymark test browser.");
    }
}
