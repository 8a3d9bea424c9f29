using System.Net;

namespace Waymark.Services.Tests.Host;

public sealed class MetricsPageTests(WaymarkApi api)
{
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
