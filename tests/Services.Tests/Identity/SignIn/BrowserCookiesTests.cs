using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Waymark.Services.Tests.Identity.SignIn;

public sealed class BrowserCookiesTests(WaymarkApi waymark)
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task On_loopback_the_cookie_is_bound_to_the_host_and_safe(string host)
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        using var browser = new Browser(api, host);

        await browser.PostAsync("/api/users/register", new { email = "ada@example.org", password = IdentityApi.Password, displayName = "Ada" });

        Assert.Equal(JsonValueKind.Null, browser.LastBody.GetProperty("refreshToken").ValueKind);
        var cookie = Assert.Single(browser.LastSet, c => c.StartsWith("__Host-waymark-refresh=wmr_", StringComparison.Ordinal));
        Assert.Contains("; path=/;", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.RefreshAsync()).StatusCode);
    }

    [Fact]
    public async Task Without_https_elsewhere_the_cookie_has_its_plain_name()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var browser = new Browser(api, "waymark.lan");
        await browser.LogInAsync();

        var cookie = Assert.Single(browser.LastSet, c => c.StartsWith("waymark-refresh=wmr_", StringComparison.Ordinal));
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.RefreshAsync()).StatusCode);
    }

    [Fact]
    public async Task On_a_safe_way_a_cookie_with_the_plain_name_does_not_count()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        using var browser = new Browser(api);
        browser.Cookies["waymark-refresh"] = ada.RefreshToken!;

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.RefreshAsync()).StatusCode);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("nonsense")]
    public async Task Another_site_cannot_use_the_cookie(string site)
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var browser = new Browser(api);
        await browser.LogInAsync();
        browser.SecFetchSite = site;

        await (await browser.RefreshAsync()).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await browser.PostAsync("/api/auth/logout")).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");

        browser.SecFetchSite = null;
        Assert.Equal(HttpStatusCode.OK, (await browser.RefreshAsync()).StatusCode);
    }

    [Fact]
    public async Task Without_the_header_of_the_web_client_the_cookie_does_not_count()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var browser = new Browser(api);
        await browser.LogInAsync();
        using var client = api.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"__Host-waymark-refresh={browser.Cookies["__Host-waymark-refresh"]}");

        await (await client.PostAsJsonAsync("/api/auth/refresh", new { })).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
        await (await client.PostAsJsonAsync("/api/auth/logout", new { })).ProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        Assert.Equal(HttpStatusCode.OK, (await browser.RefreshAsync()).StatusCode);
    }

    [Fact]
    public async Task A_dead_cookie_is_taken_away()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var browser = new Browser(api);
        await browser.LogInAsync();
        api.Time.Advance(TimeSpan.FromDays(15));

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.RefreshAsync()).StatusCode);
        Assert.False(browser.Cookies.ContainsKey("__Host-waymark-refresh"));
    }
}
