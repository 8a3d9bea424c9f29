using System.Net;
using System.Net.Http.Json;
using Waymark.Identity.SignIn;

namespace Waymark.Services.Tests.Identity.Sessions;

public sealed class RefreshSessionTests(WaymarkApi waymark)
{
    [Fact]
    public async Task A_token_is_exchanged_for_the_next_one()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        api.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.False(await api.IsAcceptedAsync(ada.AccessToken));

        var next = await ReadAsync(await api.RefreshAsync(ada.RefreshToken));

        Assert.NotEqual(ada.RefreshToken, next.RefreshToken);
        Assert.Equal(ada.User.Id, next.User.Id);
        Assert.True(await api.IsAcceptedAsync(next.AccessToken));
        Assert.Equal(HttpStatusCode.OK, (await api.RefreshAsync(next.RefreshToken)).StatusCode);
    }

    [Fact]
    public async Task A_token_shown_twice_ends_its_session_at_once()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        var other = await api.LogInAsync();
        var next = await ReadAsync(await api.RefreshAsync(ada.RefreshToken));

        await (await api.RefreshAsync(ada.RefreshToken)).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");

        await (await api.RefreshAsync(next.RefreshToken)).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
        Assert.False(await api.IsAcceptedAsync(ada.AccessToken));
        Assert.False(await api.IsAcceptedAsync(next.AccessToken));
        Assert.True(await api.IsAcceptedAsync(other.AccessToken));
        Assert.StartsWith("session.revoked ", await api.EventsAsync());
        Assert.Equal("refresh_token_reused", await api.QueryAsync<string>("select revoked_reason from session where revoked_at is not null"));
    }

    [Fact]
    public async Task Of_a_hundred_exchanges_at_once_one_wins()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var browser = new Browser(api);
        await browser.LogInAsync();
        var tabs = Enumerable.Range(0, 100).Select(_ => browser.Copy()).ToList();

        var answers = await Task.WhenAll(tabs.Select(t => t.RefreshAsync()));

        var winner = tabs[Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.OK)];
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        foreach (var loser in answers.Where(a => a.StatusCode != HttpStatusCode.OK))
        {
            await loser.ProblemAsync(HttpStatusCode.Conflict, "refresh_raced");
            Assert.False(loser.Headers.Contains("Set-Cookie"));
        }

        Assert.Equal(HttpStatusCode.OK, (await winner.RefreshAsync()).StatusCode);
        tabs.ForEach(t => t.Dispose());
    }

    [Fact]
    public async Task A_browsers_used_cookie_is_haste_for_ten_seconds_and_theft_afterwards()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var browser = new Browser(api);
        await browser.LogInAsync();
        using var slow = browser.Copy();
        await browser.RefreshAsync();

        api.Time.Advance(TimeSpan.FromSeconds(9.9));
        await (await slow.RefreshAsync()).ProblemAsync(HttpStatusCode.Conflict, "refresh_raced");
        api.Time.Advance(TimeSpan.FromSeconds(0.1));
        await (await slow.RefreshAsync()).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");

        await (await browser.RefreshAsync()).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Fact]
    public async Task A_browsers_cookie_shown_by_another_client_is_theft_at_once()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var browser = new Browser(api);
        await browser.LogInAsync();
        var stolen = browser.Cookies["__Host-waymark-refresh"];
        await browser.RefreshAsync();

        await (await api.RefreshAsync(stolen)).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.RefreshAsync()).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_a_fortnight_unused()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        api.Time.Advance(TimeSpan.FromDays(13.9));
        var next = await ReadAsync(await api.RefreshAsync(ada.RefreshToken));
        api.Time.Advance(TimeSpan.FromDays(14));

        await (await api.RefreshAsync(next.RefreshToken)).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Fact]
    public async Task A_session_ends_after_ninety_days_however_much_it_is_used()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var current = await api.RegisterAsync();
        for (var day = 10; day < 90; day += 10)
        {
            api.Time.Advance(TimeSpan.FromDays(10));
            current = await ReadAsync(await api.RefreshAsync(current.RefreshToken));
        }

        api.Time.Advance(TimeSpan.FromDays(10));
        await (await api.RefreshAsync(current.RefreshToken)).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wmr_")]
    [InlineData("wmr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_was_never_issued_is_refused(string? token)
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await (await api.RefreshAsync(token)).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Fact]
    public async Task Only_hashes_are_stored()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        Assert.Equal(32, await api.QueryAsync<int>("select length(hash) from refresh_token"));
    }

    private static async Task<SignedInResponse> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<SignedInResponse>())!;
    }
}
