using System.Net;
using System.Net.Http.Json;

namespace Waymark.Services.Tests.Identity.Sessions;

public sealed class LogOutTests(WaymarkApi waymark)
{
    [Fact]
    public async Task Signing_out_works_with_either_token_and_a_second_time()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var (byRefresh, byAccess) = (await api.RegisterAsync(), await api.LogInAsync());
        using var anonymous = api.Client();
        using var signedIn = api.Client(byAccess.AccessToken);

        for (var n = 0; n < 2; n++)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await anonymous.PostAsJsonAsync("/api/auth/logout", new { byRefresh.RefreshToken })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NoContent, (await signedIn.PostAsync("/api/auth/logout", null)).StatusCode);
        Assert.False(await api.IsAcceptedAsync(byRefresh.AccessToken));
        Assert.False(await api.IsAcceptedAsync(byAccess.AccessToken));
        await (await anonymous.PostAsync("/api/auth/logout", null)).ProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task Only_the_session_of_the_token_ends()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var (here, other) = (await api.RegisterAsync(), await api.LogInAsync());
        using var client = api.Client(here.AccessToken);

        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync("/api/auth/logout", null)).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.RefreshAsync(here.RefreshToken)).StatusCode);
        Assert.True(await api.IsAcceptedAsync(other.AccessToken));
        Assert.Equal("signed_out", await api.QueryAsync<string>("select revoked_reason from session where revoked_at is not null"));
    }

    [Fact]
    public async Task A_token_that_was_never_issued_ends_nothing()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        using var anonymous = api.Client();

        var answer = await anonymous.PostAsJsonAsync("/api/auth/logout", new { refreshToken = "wmr_" + new string('A', 43) });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.True(await api.IsAcceptedAsync(ada.AccessToken));
    }

    [Fact]
    public async Task A_browser_that_signs_out_loses_its_cookie()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var browser = new Browser(api);
        await browser.LogInAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync("/api/auth/logout")).StatusCode);
        Assert.False(browser.Cookies.ContainsKey("__Host-waymark-refresh"));
        Assert.False(await api.IsAcceptedAsync(browser.AccessToken!));
    }
}
