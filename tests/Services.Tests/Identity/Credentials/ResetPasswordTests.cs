using System.Net;
using System.Net.Http.Json;

namespace Waymark.Services.Tests.Identity.Credentials;

public sealed class ResetPasswordTests(WaymarkApi waymark)
{
    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_the_link_of_a_letter_once()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        var token = await ResetLink.AskAsync(api, 1);
        using var client = api.Client();

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.PostAsJsonAsync("/api/auth/password/reset", new { token, password = IdentityApi.NewPassword })));

        Assert.Single(tries, t => t.StatusCode == HttpStatusCode.NoContent);
        foreach (var late in tries.Where(t => t.StatusCode != HttpStatusCode.NoContent))
        {
            await late.ProblemAsync(HttpStatusCode.BadRequest, "invalid_reset_token");
        }

        Assert.False(await api.IsAcceptedAsync(ada.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.RefreshAsync(ada.RefreshToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.TryLogInAsync()).StatusCode);
        var again = await api.LogInAsync(password: IdentityApi.NewPassword);
        Assert.True(await api.IsAcceptedAsync(again.AccessToken));
    }

    [Fact]
    public async Task A_link_ends_after_half_an_hour_or_with_the_next_one()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        var first = await ResetLink.AskAsync(api, 1);
        api.Time.Advance(TimeSpan.FromMinutes(2));
        var second = await ResetLink.AskAsync(api, 2);
        using var client = api.Client();

        await (await client.PostAsJsonAsync("/api/auth/password/reset", new { token = first, password = IdentityApi.NewPassword })).ProblemAsync(HttpStatusCode.BadRequest, "invalid_reset_token");
        api.Time.Advance(TimeSpan.FromMinutes(30));
        await (await client.PostAsJsonAsync("/api/auth/password/reset", new { token = second, password = IdentityApi.NewPassword })).ProblemAsync(HttpStatusCode.BadRequest, "invalid_reset_token");
        await api.LogInAsync();
    }

    [Fact]
    public async Task A_weak_password_does_not_use_the_link_up()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        var token = await ResetLink.AskAsync(api, 1);
        using var client = api.Client();

        await (await client.PostAsJsonAsync("/api/auth/password/reset", new { token, password = "password1" })).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync("/api/auth/password/reset", new { token, password = IdentityApi.NewPassword })).StatusCode);
    }

    [Fact]
    public async Task A_reset_opens_an_account_that_strangers_had_closed()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        for (var n = 0; n < 5; n++)
        {
            await api.TryLogInAsync(password: "wrong");
        }

        var token = await ResetLink.AskAsync(api, 1);
        using var client = api.Client();
        await client.PostAsJsonAsync("/api/auth/password/reset", new { token, password = IdentityApi.NewPassword });

        await api.LogInAsync(password: IdentityApi.NewPassword);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("wmx_")]
    [InlineData("wmx_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("wmr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_was_never_issued_sets_no_password(string token)
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var client = api.Client();

        await client.PostAsJsonAsync("/api/auth/password/reset", new { token, password = IdentityApi.NewPassword })
            .ProblemAsync(HttpStatusCode.BadRequest, "invalid_reset_token");

        await api.LogInAsync();
    }
}
