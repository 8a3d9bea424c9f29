using System.Net;
using System.Net.Http.Json;

namespace Waymark.Services.Tests.Identity.Credentials;

public sealed class ForgotPasswordTests(WaymarkApi waymark)
{
    [Fact]
    public async Task Nobody_learns_which_addresses_have_an_account_nor_fills_a_mailbox()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var client = api.Client();
        foreach (var email in (string[])["nobody@example.org", "no address", "ada@example.org", "ada@example.org", "ada@example.org"])
        {
            var answer = await client.PostAsJsonAsync("/api/auth/password/forgot", new { email });
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            Assert.Equal("", await answer.Content.ReadAsStringAsync());
        }

        await api.LettersAsync(1);
        api.Time.Advance(TimeSpan.FromMinutes(2));
        await client.PostAsJsonAsync("/api/auth/password/forgot", new { email = "ada@example.org" });
        Assert.Equal(2, (await api.LettersAsync(2)).Count);
    }

    [Fact]
    public async Task The_link_goes_to_the_address_of_the_account_however_it_was_typed()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var client = api.Client();

        var answer = await client.PostAsJsonAsync("/api/auth/password/forgot", new { email = " ADA@Example.ORG " });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var letter = Assert.Single(await api.LettersAsync(1));
        Assert.Contains("To: <ada@example.org>", letter, StringComparison.Ordinal);
        Assert.StartsWith("wmx_", ResetLink.TokenIn(letter));
        Assert.Equal(32, await api.QueryAsync<int>("select length(hash) from password_reset"));
    }

    [Fact]
    public async Task Asking_changes_nothing_for_whoever_knows_the_password()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();

        await ResetLink.AskAsync(api, 1);

        Assert.True(await api.IsAcceptedAsync(ada.AccessToken));
        await api.LogInAsync();
    }

    [Fact]
    public async Task An_address_is_needed()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        using var client = api.Client();

        await client.PostAsJsonAsync("/api/auth/password/forgot", new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }
}
