namespace Waymark.EndToEnd.Tests.Processes;

/// <summary>In a process of its own: where two programs share one, the first to end takes the framework's figures of both along.</summary>
public sealed class MetricsPageTests(RunningProduct product)
{
    private static readonly Uri Metrics = new("/metrics", UriKind.Relative);

    [Fact]
    public async Task A_collector_on_this_machine_reads_the_figures_without_credentials()
    {
        using var client = product.Api.Client();
        using var response = await client.GetAsync(Metrics, TestContext.Current.CancellationToken);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);

        // A request is counted once its answer is out.
        var text = await Eventually.GetAsync(() => client.GetStringAsync(Metrics), t => t.Contains("http_route=\"/metrics\"", StringComparison.Ordinal));
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram\n", text, StringComparison.Ordinal);
        Assert.Contains("le=\"+Inf\"", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE dotnet_gc_heap_total_allocated_bytes_total counter\n", text, StringComparison.Ordinal);
        Assert.All(
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Matches("""^(# (HELP|TYPE) \S+ .*|# HELP \S+ |[a-z][a-z0-9_]*(\{.*\})? \S+)$""", line));
    }

    [Fact]
    public async Task What_waits_and_what_has_failed_is_among_the_figures_soon_after_the_start()
    {
        using var client = product.Api.Client();
        string[] gauges = ["outbox_depth", "outbox_age_seconds", "delivery_due", "delivery_waiting", "dead_letters_open"];
        await Eventually.GetAsync(
            () => client.GetStringAsync(Metrics), text => gauges.All(g => text.Contains($"waymark_messaging_{g}{{service=\"tasks\"}} ", StringComparison.Ordinal)));
    }
}
