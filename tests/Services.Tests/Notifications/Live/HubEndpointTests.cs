using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Waymark.Notifications.Live;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Notifications.Live;

public sealed class HubEndpointTests(WaymarkApi api)
{
    [Fact]
    public async Task Only_a_valid_token_connects()
    {
        await using var hub = await api.ConnectAsync(api.Someone());
        foreach (var query in new[] { "", "?access_token=x", $"?access_token={api.ExpiredTokenOf(Guid.CreateVersion7())}" })
        {
            await Assert.ThrowsAsync<WebSocketException>(() => HubConnection.OpenAsync(api.Address, "/hubs/live" + query, null, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_page_of_another_origin_may_not_connect()
    {
        var path = $"/hubs/live?access_token={api.TokenOf(Guid.CreateVersion7())}";
        await using var own = await HubConnection.OpenAsync(api.Address, path, $"http://{api.Address.Authority}", CancellationToken.None);
        await Assert.ThrowsAsync<WebSocketException>(() => HubConnection.OpenAsync(api.Address, path, "https://elsewhere.example", CancellationToken.None));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://waymark.example", true)]
    [InlineData("HTTPS://WAYMARK.EXAMPLE", true)]
    [InlineData("https://public.example", true)]
    [InlineData("http://public.example", false)]
    [InlineData("https://waymark.example.evil.example", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    public void Own_origins_are_the_host_asked_for_and_the_public_address(string? origin, bool isOwn)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("waymark.example");
        if (origin is not null)
        {
            request.Headers.Origin = origin;
        }

        Assert.Equal(isOwn, HubEndpoint.IsOwnOrigin(request, "https://public.example"));
    }
}
