using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Waymark.ActivityLog;
using Waymark.Contracts;
using Waymark.Contracts.Projects;
using Waymark.Host;
using Waymark.Identity;
using Waymark.Operations;
using Waymark.Platform.Data;
using Waymark.Platform.Http;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Modules;
using Waymark.Testing.Notes;

namespace Waymark.Services.Tests.Operations;

/// <summary>All tests of operations share the product; they take turns.</summary>
[CollectionDefinition(Name)]
public sealed class OperatedTests : ICollectionFixture<OperatedProduct>
{
    public const string Name = "operations";
}

/// <summary>
/// Operations with a service whose handler a test can break, on databases of their own: what fails there is given up at the first
/// try. Tests stay apart by the names, consumers and people that they make up.
/// </summary>
public sealed class OperatedProduct(WaymarkApi api) : IAsyncLifetime
{
    private readonly SocketsHttpHandler _handler = new() { UseCookies = false };
    private readonly TestKeys _keys = new();
    private WebApplication? _app;

    public IServiceProvider Services => _app!.Services;

    public BrokenNames Broken => Services.GetRequiredService<BrokenNames>();

    /// <summary>Somebody who runs the installation, or somebody else.</summary>
    public Person Someone(params string[] roles)
    {
        var id = Guid.CreateVersion7();
        var client = new HttpClient(_handler, disposeHandler: false)
        {
            BaseAddress = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", _keys.Issue(Services, id, roles)) },
        };
        return new Person(id, "Somebody", "", client);
    }

    public Person Administrator() => Someone("administrator");

    /// <summary>Lets labels be renamed to these names; the events commit together.</summary>
    public async Task RenameAsync(params IEnumerable<string> names)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotesDbContext>();
        foreach (var name in names)
        {
            var source = new Note { Id = Guid.CreateVersion7(), BodyText = "the source" };
            db.Notes.Add(source);
            db.Publish(source, new LabelUpdated(source.Id, source.Id, name, "#000000", FieldChanges.None));
        }

        await db.SaveChangesAsync();
    }

    public Task<long> NotesAsync(string name) => QueryAsync<long>("notes", $"select count(*) from notes where body_text = '{name}'");

    public async Task<T> QueryAsync<T>(string service, string sql)
    {
        await using var command = Services.GetRequiredService<ServiceDatabases>().Api(service).CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task RunAsync(string service, string sql)
    {
        await using var command = Services.GetRequiredService<ServiceDatabases>().Api(service).CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Puts a dead letter of <c>label.updated</c> where the block would; of a consumer, or of the outbox where none is named.</summary>
    public async Task<Guid> BuryAsync(
        string? consumer, string name = "Buried", string reason = "not-retryable", string service = "notes", string cause = "A cause", TimeSpan ago = default,
        string? data = null)
    {
        var (id, message, label) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var type = EventCatalog.Of(typeof(LabelUpdated)).Type;
        data ??= JsonSerializer.Serialize(new { projectId = label, labelId = label, name, color = "#000000", changes = new { } });
        var envelope =
            $$"""
            {"specversion":"1.0","id":"{{message}}","source":"/waymark/notes","type":"{{type}}","subject":"label/{{label}}","time":"2026-01-01T00:00:00Z",
             "datacontenttype":"application/json","partitionkey":"label:{{label}}","sequence":"1","correlationid":"a-correlation","data":{{data}}}
            """;
        await using var bury = Services.GetRequiredService<ServiceDatabases>().Api(service).CreateCommand(
            """
            insert into msg.dead_letter (id, direction, consumer, message_id, lane, partition_key, key_version, type, source, reason, error_type,
              error_message, fingerprint, attempts, envelope, first_seen, died_at)
            values ($1, $2, $3, $4, $5, $6, 1, $7, '/waymark/notes', $8, 'System.Exception', $9, case when $2 = 'i' then decode(md5($9 || $3), 'hex') end, 3, $10,
              now() - $11 - interval '1 second', now() - $11)
            """);
        bury.Parameters.With(id).With(consumer is null ? "o" : "i").With(consumer ?? "").With(message).With(OutboxMessage.LaneOf($"label:{label}"))
            .With($"label:{label}").With(type).With(reason).With(cause).With(Encoding.UTF8.GetBytes(envelope)).With(ago);
        await bury.ExecuteNonQueryAsync();
        return id;
    }

    /// <summary>Puts a saga that stands still where its service would; nobody runs sagas of its type.</summary>
    public async Task<Guid> StickAsync(string service, string reason = "Nobody answered", bool isStuck = true, TimeSpan ago = default)
    {
        var id = Guid.CreateVersion7();
        await RunAsync(
            service,
            $"""
             insert into msg.saga (type, key, id, version, step, state, is_stuck, reason, attempts, started_at, updated_at)
             values ('test', '{id}', '{id}', 1, 'first', jsonb_build_object('secret', 1), {isStuck}, '{reason}', 3,
               now() - interval '{ago.TotalSeconds} seconds', now() - interval '{ago.TotalSeconds} seconds')
             """);
        return id;
    }

    /// <summary>What the record holds of a person's acts, once there are so many.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ActsOfAsync(Person person, int count) =>
        (await Eventually.GetAsync(() => person.ReadAsync("/api/activity"), page => page.Items().Count >= count)).Items();

    public async ValueTask DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _handler.Dispose();
    }

    public async ValueTask InitializeAsync()
    {
        var admin = await api.Postgres.AdminConnectionStringAsync();
        var key = api.Postgres.Key;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Configuration["RateLimits:Enabled"] = "false";
        builder.Configuration["Mail:Folder"] = Path.Combine(Path.GetTempPath(), "waymark-operated-" + Environment.ProcessId);
        var selection = ServiceSelection.Of(
            [new IdentityModule(), new ActivityLogModule(), new OperationsModule(), new NotesWithHandler(), new AwayModule()], "identity,activitylog,operations,notes");
        builder.AddProduct(selection, key, service => ServiceDatabase.Managed(service + "-operated", admin, key) with { Service = service },
            // So many letters as these tests make are no outage.
            new MessagingOptions { RetrySchedule = [], OutageAfter = 10_000 });
        _keys.AddTo(builder.Services);
        _app = builder.Build();
        _app.UseProduct(selection, webFolder: "none");
        await _app.Services.GetRequiredService<DatabaseProvisioner>().ProvisionAsync(CancellationToken.None);
        await _app.StartAsync();
        _app.Services.GetRequiredService<Readiness>().State = "ready";
    }
}
