using System.Net;

namespace Waymark.Services.Tests.Host;

public sealed class MetricsPageTests(WaymarkApi api)
{
    [Fact]
    public async Task A_collector_on_this_machine_reads_the_figures_without_credentials()
    {
        using var client = api.Anonymous();
        using var first = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        using var response = await client.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);

        // A request is counted once its answer is out.
        var text = await Eventually.GetAsync(
            () => client.GetStringAsync(new Uri("/metrics", UriKind.Relative)), t => t.Contains("http_route=\"/health/ready\"", StringComparison.Ordinal));
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram\n", text, StringComparison.Ordinal);
        Assert.Contains("le=\"+Inf\"", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE dotnet_gc_heap_total_allocated_bytes_total counter\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("""^(# (HELP|TYPE) \S+ .*|# HELP \S+ |[a-z][a-z0-9_]*(\{.*\})? \S+)$""", line));
    }

    [Fact]
    public async Task Whoever_comes_through_a_proxy_must_be_an_administrator()
    {
        using var stranger = api.Anonymous();
        using var member = api.As(Guid.CreateVersion7());
        using var administrator = api.As(Guid.CreateVersion7(), "administrator");
        Assert.Equal(HttpStatusCode.Unauthorized, await ForwardedAsync(stranger));
        Assert.Equal(HttpStatusCode.Forbidden, await ForwardedAsync(member));
        Assert.Equal(HttpStatusCode.OK, await ForwardedAsync(administrator));
    }

    private static async Task<HttpStatusCode> ForwardedAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
