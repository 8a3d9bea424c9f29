using System.Security.Cryptography;
using Npgsql;
using Waymark.Host;

namespace Waymark.EndToEnd.Tests.Processes;

/// <summary>Each service runs in a process of its own, on a PostgreSQL that the processes share.</summary>
public sealed class SingleServiceTests(SharedServer shared) : IClassFixture<SharedServer>
{
    public static TheoryData<string> Services => [.. ServiceCatalog.All.Select(module => module.Name)];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_service_starts_alone(string service)
    {
        await using var folder = new HostFolder();
        await using var host = await HostProcess.StartReadyAsync(folder, ["--services", service, .. await shared.SettingsAsync()]);
        using var api = new Api(host.Address);
        using var anyone = api.Client();

        Assert.Equal("live", (await anyone.ReadAsync("/health/live")).Text("status"));
        Assert.Equal("ready", (await anyone.ReadAsync("/health/ready")).Text("status"));
        var dependencies = (await anyone.ReadAsync("/health/dependencies")).GetProperty("dependencies").EnumerateArray();
        Assert.Equal([($"database:{service}", "up"), ("outbox", "up")], dependencies.Select(d => (d.Text("name"), d.Text("status"))));
        Assert.Equal(0, await host.StopAsync());
    }

    [Fact]
    public async Task A_token_of_identity_counts_in_another_process()
    {
        string[] settings = ["--PublicUrl=http://waymark.test", .. await shared.SettingsAsync()];
        await using var identityFolder = new HostFolder();
        await using var identity = await HostProcess.StartReadyAsync(identityFolder, ["--services", "identity", .. settings]);
        await using var tasksFolder = new HostFolder();
        await using var tasks = await HostProcess.StartReadyAsync(tasksFolder, ["--services", "tasks", $"--Services:identity:Url={identity.Address}", .. settings]);
        using var identityApi = new Api(identity.Address);
        using var tasksApi = new Api(tasks.Address);

        using var client = tasksApi.Client((await identityApi.RegisterAsync("Ada")).AccessToken);
        Assert.Empty((await client.ReadAsync("/api/tasks")).Items());
        // Tasks has not heard of this project and cannot ask the service that would know.
        await client.PostAsync("/api/tasks", new { projectId = Guid.CreateVersion7(), title = "A task" }).RefusedAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Fact]
    public async Task A_gateway_says_so_when_a_service_is_away()
    {
        await using var folder = new HostFolder();
        var nowhere = ServiceCatalog.All.Select(module => $"--Services:{module.Name}:Url=http://127.0.0.1:9");
        await using var gateway = await HostProcess.StartReadyAsync(folder, ["--services", "gateway", .. nowhere, .. await shared.SettingsAsync()]);
        using var api = new Api(gateway.Address);
        using var anyone = api.Client();
        await anyone.PostAsync("/api/users/login", new { email = "ada@example.org", password = Api.Password }).RefusedAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Fact]
    public async Task A_service_that_does_not_exist_is_named_with_those_that_do()
    {
        await using var folder = new HostFolder();
        await using var host = HostProcess.Start(folder, ["--services", "invoices", .. await shared.SettingsAsync()]);

        Assert.Equal(1, await host.WaitForExitAsync());
        Assert.StartsWith("No service is called 'invoices'; there are identity, ", Assert.Single(host.Log), StringComparison.Ordinal);
    }
}

/// <summary>The PostgreSQL and the master key that the processes share.</summary>
public sealed class SharedServer : IAsyncDisposable
{
    private readonly TestPostgres _postgres = new();
    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public async Task<string[]> SettingsAsync()
    {
        var admin = new NpgsqlConnectionStringBuilder(await _postgres.AdminConnectionStringAsync());
        return
        [
            $"--Database:Url=postgres://{admin.Username}:{Uri.EscapeDataString(admin.Password!)}@localhost:{admin.Port}/postgres?Host={Uri.EscapeDataString(admin.Host!)}",
            $"--Secrets:MasterKey={_key}",
        ];
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();
}
