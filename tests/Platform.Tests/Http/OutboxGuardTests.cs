using Microsoft.AspNetCore.Http;
using Waymark.Platform.Http;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Http;

/// <summary>What requests are refused when events fall behind, with limits that a test reaches.</summary>
public sealed class OutboxGuardTests(TestPostgres postgres)
{
    private static readonly MessagingOptions Small = new() { DegradedAt = 2, FullAt = 4 };

    [Fact]
    public async Task Bulk_writes_are_refused_first_then_all_writes_and_reads_never()
    {
        await using var rig = await MessagingRig.CreateAsync(postgres, options: Small);
        var pressure = new OutboxPressure();
        var gauge = new OutboxGauge(rig.Local("source"), pressure);
        foreach (var (events, write, bulk, state) in new[] { (2, 204, 204, "up"), (2, 204, 503, "degraded"), (1, 503, 503, "full") })
        {
            await rig.PublishAsync(events);
            await gauge.LookAsync(CancellationToken.None);
            Assert.Equal((write, bulk, 204), (await AskAsync(pressure, "POST"), await AskAsync(pressure, "POST", new BulkWrite()), await AskAsync(pressure, "GET")));
            Assert.Equal(state, pressure.Status);
        }

        // Another service's outbox is another matter.
        Assert.Equal(204, await AskAsync(pressure, "POST", service: "target"));
        await rig.RunAsync("source", "delete from msg.outbox");
        await gauge.LookAsync(CancellationToken.None);
        Assert.Equal(204, await AskAsync(pressure, "POST", new BulkWrite()));
    }

    [Fact]
    public async Task One_event_that_waits_too_long_is_enough_unless_the_fault_is_its_own()
    {
        await using var rig = await MessagingRig.CreateAsync(postgres);
        var pressure = new OutboxPressure();
        var gauge = new OutboxGauge(rig.Local("source"), pressure);
        await rig.PublishAsync();
        await rig.RunAsync("source", "update msg.outbox set occurred_at = now() - interval '61 s'");
        await gauge.LookAsync(CancellationToken.None);
        Assert.Equal((204, 503), (await AskAsync(pressure, "POST"), await AskAsync(pressure, "POST", new BulkWrite())));

        await rig.RunAsync("source", "update msg.outbox set not_before = now() + interval '1 minute'");
        await gauge.LookAsync(CancellationToken.None);
        Assert.Equal(OutboxState.Normal, pressure.Of("source"));
    }

    /// <returns>The status; 204 when the request was let through.</returns>
    private static async Task<int> AskAsync(OutboxPressure pressure, string method, BulkWrite? bulk = null, string service = "source")
    {
        var http = new DefaultHttpContext { Request = { Method = method }, Response = { Body = new MemoryStream() } };
        object[] metadata = bulk is null ? [new OwningService(service)] : [new OwningService(service), bulk];
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(metadata), "test"));
        await new OutboxGuard(next => { next.Response.StatusCode = StatusCodes.Status204NoContent; return Task.CompletedTask; }, pressure).InvokeAsync(http);
        Assert.Equal(http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable, http.Response.Headers.RetryAfter.Count == 1);
        return http.Response.StatusCode;
    }
}
