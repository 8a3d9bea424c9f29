using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Waymark.Contracts.Projects;
using Waymark.Host;
using Waymark.Platform.Data;
using Waymark.Platform.Http;
using Waymark.Platform.Modules;
using Waymark.Platform.Security.Passwords;
using Waymark.Services.Tests.Given;
using Waymark.Testing.Documented;

namespace Waymark.Services.Tests;

/// <summary>
/// The whole product in this process on real PostgreSQL and a real port, shared by all tests of the run. Tests stay apart
/// by the people and projects that they make.
/// </summary>
public sealed class WaymarkApi : IAsyncLifetime
{
    private static readonly string[] MemberCopies = ["tasks", "communication", "notifications", "activitylog"];

    private readonly ContractHandler _handler = new(ApiContract.OfRepository, new SocketsHttpHandler { UseCookies = false });
    private readonly TestPostgres _postgres = new();
    private readonly TestKeys _keys = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<Person>>> _known = new(StringComparer.Ordinal);
    private WebApplication? _app;

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>What the product has logged so far.</summary>
    public KeptLog Log { get; } = new();

    public IServiceProvider Services => _app!.Services;

    /// <summary>The server of the run, for tests that want a database of their own.</summary>
    public TestPostgres Postgres => _postgres;

    public async ValueTask InitializeAsync()
    {
        var admin = await _postgres.AdminConnectionStringAsync();
        var key = _postgres.Key;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddProvider(Log);
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Configuration["RateLimits:Enabled"] = "false";
        builder.Configuration["Mail:Folder"] = Path.Combine(Path.GetTempPath(), "waymark-mail-" + Environment.ProcessId);
        var selection = ServiceSelection.Of(ServiceCatalog.All, "all");
        builder.AddProduct(selection, key, service => ServiceDatabase.Managed(service, admin, key));
        _keys.AddTo(builder.Services);
        // Hundreds of people are registered; what a hash costs is tried where hashing is the subject, and end to end.
        builder.Services.AddSingleton(new PasswordHasher(key) { Iterations = 1_000 });
        builder.Services.AddScoped<IProjectAccess, GivenProjectAccess>();
        _app = builder.Build();
        _app.UseProduct(selection, webFolder: "none");
        await _app.Services.GetRequiredService<DatabaseProvisioner>().ProvisionAsync(CancellationToken.None);
        await _app.StartAsync();
        _app.Services.GetRequiredService<Readiness>().State = "ready";
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _handler.Dispose();
        await _postgres.DisposeAsync();
    }

    /// <summary>A client without credentials.</summary>
    public HttpClient Anonymous() => new(_handler, disposeHandler: false) { BaseAddress = Address };

    /// <summary>A client that carries an access token.</summary>
    public HttpClient With(string accessToken) => new(_handler, disposeHandler: false)
    {
        BaseAddress = Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", accessToken) },
    };

    /// <summary>Registers somebody new, signs them in and waits until their profile is there.</summary>
    public async Task<Person> RegisterAsync(string name)
    {
        var email = $"{name.ToLowerInvariant()}-{Guid.CreateVersion7():N}@example.org";
        using var client = Anonymous();
        using var response = await client.PostAsJsonAsync("/api/users/register", new { email, password = "a long enough secret", displayName = name });
        var answer = await response.JsonAsync(HttpStatusCode.Created);
        var id = answer.GetProperty("user").GetProperty("id").GetGuid();
        await Eventually.GetAsync(() => QueryAsync<long>("users", $"select count(*) from profile where id = '{id}'"), profiles => profiles == 1);
        return new Person(id, name, email, With(answer.GetProperty("accessToken").GetString()!));
    }

    /// <summary>Somebody whom all tests of the run may share: registered when first asked for.</summary>
    public Task<Person> KnownAsync(string name) => _known.GetOrAdd(name, n => new Lazy<Task<Person>>(() => RegisterAsync(n))).Value;

    /// <summary>Waits until the services that keep a copy of who is in a project know of this many members.</summary>
    public Task MembersKnownAsync(Guid projectId, int members) => CopiedAsync("project_member where project_id", projectId, members);

    /// <summary>Waits until every service knows so many people who manage a workspace; that news comes by another way than that of a project's members.</summary>
    public Task ManagersKnownAsync(Guid workspaceId, int managers) => CopiedAsync("workspace_manager where workspace_id", workspaceId, managers);

    private Task CopiedAsync(string copies, Guid id, int count) => Task.WhenAll(MemberCopies.Select(service => Eventually.GetAsync(
        () => QueryAsync<long>(service, $"select count(*) from {copies} = '{id}'"), known => known == count)));

    /// <summary>A client of a person who was never registered: for services that only look at the token.</summary>
    public HttpClient As(Guid userId, params string[] roles) => With(TokenOf(userId, roles));

    /// <summary>An access token of such a person.</summary>
    public string TokenOf(Guid userId, params string[] roles) => _keys.Issue(Services, userId, roles);

    /// <summary>A token of somebody that ended an hour ago.</summary>
    public string ExpiredTokenOf(Guid userId) => _keys.Issue(Services, userId, [], expiredFor: TimeSpan.FromHours(1));

    /// <summary>A row count in a service's database, for what HTTP does not show.</summary>
    public async Task<T> QueryAsync<T>(string service, string sql)
    {
        await using var command = Services.GetRequiredService<ServiceDatabases>().Api(service).CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
