using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Waymark.Host;
using Waymark.Host.Telemetry;
using Waymark.Platform.Modules;
using Waymark.Platform.Operations;

namespace Waymark.Services.Tests.Host;

public sealed class TelemetryExportTests
{
    private readonly ConcurrentDictionary<string, string> _received = new(StringComparer.Ordinal);

    [Fact]
    public async Task Traces_figures_and_logs_reach_a_receiver_at_the_latest_when_the_program_ends()
    {
        await using var receiver = await ReceiverAsync();
        var program = Program(receiver.Urls.First());
        await using (var app = program.Build())
        {
            app.UseRequestSpans();
            app.UseRouting();
            app.MapGet("/things/{id}", (string id, ILogger<TelemetryExportTests> log) =>
            {
                LogThing(log, id, null);
                return id;
            });
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var handler = new SocketsHttpHandler();
            using var client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.First()) };
            await client.GetStringAsync(new Uri("/things/7", UriKind.Relative), TestContext.Current.CancellationToken);
            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("GET /things/{id}", _received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", _received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("looked at thing", _received["/v1/logs"], StringComparison.Ordinal);
        Assert.All(_received.Values, body => Assert.Contains("waymark", body, StringComparison.Ordinal));
    }

    [Fact]
    public void A_receiver_that_is_no_address_is_a_sentence_at_the_start()
    {
        var fault = Assert.Throws<StartupException>(() => Program("collector"));
        Assert.Contains("Telemetry:Url is 'collector'", fault.Message, StringComparison.Ordinal);
    }

    private static WebApplicationBuilder Program(string receiver)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Configuration["Telemetry:Url"] = receiver;
        builder.AddTelemetry(ServiceSelection.Of(ServiceCatalog.All, "tasks"));
        return builder;
    }

    private static void LogThing(ILogger log, string id, Exception? fault) =>
        LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "Somebody looked at thing {Id}")(log, id, fault);

    private async Task<WebApplication> ReceiverAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _received.AddOrUpdate(request.Path, Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
        });
        await app.StartAsync();
        return app;
    }
}
