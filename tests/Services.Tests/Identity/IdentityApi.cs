using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Users;
using Waymark.Host;
using Waymark.Identity.Data;
using Waymark.Identity.SignIn;
using Waymark.Platform.Data;
using Waymark.Platform.Modules;
using Waymark.Platform.Security;
using Waymark.Platform.Security.Passwords;

namespace Waymark.Services.Tests.Identity;

/// <summary>
/// Identity alone, on a database of its own and a clock that the test moves. Events stay in the outbox, because nothing
/// relays them. <see cref="RestartAsync"/> starts the program anew on the same database.
/// </summary>
internal sealed class IdentityApi : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    public const string NewPassword = "another staple entirely";

    private readonly SocketsHttpHandler _handler = new() { UseCookies = false };
    private readonly DirectoryInfo _mail = Directory.CreateTempSubdirectory("waymark-mail-");
    private readonly MasterKey _key = new(new byte[32]);
    private readonly ServiceDatabase _database;
    private readonly (string Name, string Value)[] _settings;
    private readonly bool _hasRealHashing;
    private WebApplication? _app;

    private IdentityApi(ServiceDatabase database, (string, string)[] settings, bool hasRealHashing) =>
        (_database, _settings, _hasRealHashing) = (database, settings, hasRealHashing);

    /// <summary>The address that an invitation waits for.</summary>
    public const string InvitedEmail = "grace@example.org";

    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _app!.Services;

    public Uri Address { get; private set; } = new("http://localhost");

    public static Task<IdentityApi> StartAsync(TestPostgres postgres, params (string, string)[] settings) => StartAsync(postgres, settings, hasRealHashing: false);

    /// <summary>With password hashing as slow as in the product, for tests of what follows from that.</summary>
    public static Task<IdentityApi> StartSlowAsync(TestPostgres postgres) => StartAsync(postgres, [], hasRealHashing: true);

    public async Task RestartAsync()
    {
        await StopAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Configuration["RateLimits:Enabled"] = "false";
        builder.Configuration["Mail:Folder"] = _mail.FullName;
        foreach (var (name, value) in _settings)
        {
            builder.Configuration[name] = value;
        }

        var selection = ServiceSelection.Of(ServiceCatalog.All, "identity");
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<IWorkspaceInvitations, OneInvitation>();
        builder.Services.AddSingleton<IProjectInvitations, OneInvitation>();
        builder.AddProduct(selection, _key, _ => _database);
        foreach (var relay in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace?.StartsWith("Waymark.Platform.Messaging", StringComparison.Ordinal) == true).ToList())
        {
            builder.Services.Remove(relay);
        }

        if (!_hasRealHashing)
        {
            builder.Services.AddSingleton(new PasswordHasher(_key) { Iterations = 1_000 });
        }

        _app = builder.Build();
        _app.UseProduct(selection, webFolder: "none");
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _handler.Dispose();
        _mail.Delete(recursive: true);
    }

    public HttpClient Client(string? accessToken = null)
    {
        var client = new HttpClient(_handler, disposeHandler: false) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = accessToken is null ? null : new AuthenticationHeaderValue("Bearer", accessToken);
        return client;
    }

    public async Task<SignedInResponse> RegisterAsync(string email = "ada@example.org", string name = "Ada")
    {
        using var client = Client();
        var answer = await client.PostAsJsonAsync("/api/users/register", new { email, password = Password, displayName = name });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<SignedInResponse>())!;
    }

    public async Task<HttpResponseMessage> TryLogInAsync(string email = "ada@example.org", string password = Password)
    {
        using var client = Client();
        return await client.PostAsJsonAsync("/api/users/login", new { email, password });
    }

    public async Task<SignedInResponse> LogInAsync(string email = "ada@example.org", string password = Password)
    {
        var answer = await TryLogInAsync(email, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<SignedInResponse>())!;
    }

    public async Task<HttpResponseMessage> RefreshAsync(string? refreshToken)
    {
        using var client = Client();
        return await client.PostAsJsonAsync("/api/auth/refresh", new { refreshToken });
    }

    /// <summary>Whether an access token still opens anything.</summary>
    public async Task<bool> IsAcceptedAsync(string accessToken)
    {
        using var client = Client(accessToken);
        return (await client.GetAsync("/api/auth/sessions")).IsSuccessStatusCode;
    }

    public async Task<T> QueryAsync<T>(string sql)
    {
        await using var command = Services.GetRequiredService<ServiceDatabases>().Api("identity").CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The types of the published events in the order of the alphabet: those of different keys have no other.</summary>
    public async Task<string> EventsAsync() =>
        await QueryAsync<string>("select coalesce(string_agg(replace(replace(type, 'waymark.', ''), '.v1', ''), ' ' order by type), '') from msg.outbox");

    /// <summary>The letters written so far, when there are at least so many.</summary>
    public async Task<IReadOnlyList<string>> LettersAsync(int atLeast)
    {
        await Eventually.IsAsync(() => _mail.GetFiles("*.eml").Length >= atLeast);
        return [.. _mail.GetFiles("*.eml").OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => File.ReadAllText(f.FullName))];
    }

    private static async Task<IdentityApi> StartAsync(TestPostgres postgres, (string, string)[] settings, bool hasRealHashing)
    {
        var api = new IdentityApi(await postgres.CreateDatabaseAsync<IdentityDbContext>("identity"), settings, hasRealHashing);
        await api.RestartAsync();
        return api;
    }

    private async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
    }

    /// <summary>What users and projects answer, who are not here.</summary>
    private sealed class OneInvitation : IWorkspaceInvitations, IProjectInvitations
    {
        Task<bool> IWorkspaceInvitations.IsInvitedAsync(string foldedEmail, CancellationToken ct) => Task.FromResult(false);

        Task<bool> IProjectInvitations.IsInvitedAsync(string foldedEmail, CancellationToken ct) => Task.FromResult(foldedEmail == InvitedEmail);
    }
}
