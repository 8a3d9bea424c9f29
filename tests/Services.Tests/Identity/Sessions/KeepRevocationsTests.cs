using System.Net;
using System.Net.Http.Json;

namespace Waymark.Services.Tests.Identity.Sessions;

public sealed class KeepRevocationsTests(WaymarkApi waymark)
{
    [Fact]
    public async Task The_end_of_a_session_is_known_after_a_restart()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        using (var client = api.Client())
        {
            Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync("/api/auth/logout", new { ada.RefreshToken })).StatusCode);
        }

        await api.RestartAsync();

        Assert.False(await api.IsAcceptedAsync(ada.AccessToken));
    }
}
