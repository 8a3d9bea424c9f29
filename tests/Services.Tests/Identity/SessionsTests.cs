using System.Net;
using System.Net.Http.Json;
using Waymark.Identity.Sessions;
using Waymark.Platform.Http;

namespace Waymark.Services.Tests.Identity;

public sealed class SessionsTests(WaymarkApi waymark)
{
    [Fact]
    public async Task Everybody_sees_their_own_sessions_the_newest_first()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var first = await api.RegisterAsync();
        await api.RegisterAsync("bob@example.org", "Bob");
        api.Time.Advance(TimeSpan.FromMinutes(1));
        await api.LogInAsync();
        using var client = api.Client(first.AccessToken);

        var page = (await client.GetFromJsonAsync<Page<SessionResponse>>("/api/auth/sessions"))!;

        Assert.Equal([false, true], page.Items.Select(s => s.IsCurrent));
        Assert.Null(page.NextCursor);
        Assert.Equal(api.Time.GetUtcNow(), page.Items[0].LastUsedAt);
        Assert.Equal("127.0.0.1", page.Items[0].Address);
        Assert.Equal("Unknown device", page.Items[0].Device);
    }

    [Fact]
    public async Task The_list_comes_in_pages()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        for (var n = 0; n < 4; n++)
        {
            api.Time.Advance(TimeSpan.FromSeconds(1));
            await api.LogInAsync();
        }

        using var client = api.Client(ada.AccessToken);
        var ids = new List<Guid>();
        var cursor = "";
        do
        {
            var page = (await client.GetFromJsonAsync<Page<SessionResponse>>($"/api/auth/sessions?limit=2{cursor}"))!;
            ids.AddRange(page.Items.Select(s => s.Id));
            cursor = page.NextCursor is null ? null : $"&cursor={page.NextCursor}";
        }
        while (cursor is not null);

        Assert.Equal(5, ids.Distinct().Count());
        await (await client.GetAsync("/api/auth/sessions?cursor=x")).ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    [Fact]
    public async Task A_session_can_be_ended_from_another_one()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var lost = await api.RegisterAsync();
        var here = await api.LogInAsync();
        using var client = api.Client(here.AccessToken);
        var id = (await client.GetFromJsonAsync<Page<SessionResponse>>("/api/auth/sessions"))!.Items.Single(s => !s.IsCurrent).Id;

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/auth/sessions/{id}")).StatusCode);

        Assert.False(await api.IsAcceptedAsync(lost.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.RefreshAsync(lost.RefreshToken)).StatusCode);
        await (await client.DeleteAsync($"/api/auth/sessions/{id}")).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.StartsWith("session.revoked ", await api.EventsAsync());
    }

    [Fact]
    public async Task Nobody_can_end_the_sessions_of_others()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        var bob = await api.RegisterAsync("bob@example.org", "Bob");
        using var client = api.Client(bob.AccessToken);
        var id = await api.QueryAsync<Guid>($"select id from session where user_id = '{ada.User.Id}'");

        await (await client.DeleteAsync($"/api/auth/sessions/{id}")).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync("/api/auth/sessions/nonsense")).StatusCode);
        Assert.True(await api.IsAcceptedAsync(ada.AccessToken));
    }

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
