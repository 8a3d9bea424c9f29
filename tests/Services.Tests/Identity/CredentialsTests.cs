using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Waymark.Identity.Credentials;
using Waymark.Identity.SignIn;

namespace Waymark.Services.Tests.Identity;

public sealed partial class CredentialsTests(WaymarkApi waymark)
{
    private const string NewPassword = "another staple entirely";

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var (other, here) = (await api.RegisterAsync(), await api.LogInAsync());
        using var client = api.Client(here.AccessToken);

        var answer = await client.PostAsJsonAsync("/api/auth/password/change", new { currentPassword = IdentityApi.Password, newPassword = NewPassword });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.True(await api.IsAcceptedAsync(here.AccessToken));
        Assert.False(await api.IsAcceptedAsync(other.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.RefreshAsync(other.RefreshToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.TryLogInAsync()).StatusCode);
        await api.LogInAsync(password: NewPassword);
        Assert.Contains("Subject: Your password was changed", Assert.Single(await api.LettersAsync(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_changes_only_with_the_current_password_and_guessing_it_is_slow()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        using var client = api.Client(ada.AccessToken);
        for (var n = 0; n < 5; n++)
        {
            var problem = await (await client.PostAsJsonAsync("/api/auth/password/change", new { currentPassword = "wrong", newPassword = NewPassword }))
                .ProblemAsync(HttpStatusCode.BadRequest, "invalid");
            Assert.True(problem.GetProperty("errors").TryGetProperty("currentPassword", out _));
        }

        await (await client.PostAsJsonAsync("/api/auth/email/change", new { email = "new@example.org", currentPassword = "wrong" }))
            .ProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
        await api.LogInAsync();
    }

    [Fact]
    public async Task A_weak_new_password_is_refused_at_its_field()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        using var client = api.Client(ada.AccessToken);

        var problem = await (await client.PostAsJsonAsync("/api/auth/password/change", new { currentPassword = IdentityApi.Password, newPassword = "password1" }))
            .ProblemAsync(HttpStatusCode.BadRequest, "invalid");

        Assert.True(problem.GetProperty("errors").TryGetProperty("newPassword", out _));
    }

    [Fact]
    public async Task A_new_address_is_published_and_ends_the_other_sessions()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var (other, here) = (await api.RegisterAsync(), await api.LogInAsync());
        using var client = api.Client(here.AccessToken);

        var answer = await client.PostAsJsonAsync("/api/auth/email/change", new { email = "Countess@example.org", currentPassword = IdentityApi.Password });

        Assert.Equal("Countess@example.org", (await answer.Content.ReadFromJsonAsync<SignedInUser>())!.Email);
        Assert.False(await api.IsAcceptedAsync(other.AccessToken));
        Assert.True(await api.IsAcceptedAsync(here.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.TryLogInAsync()).StatusCode);
        await api.LogInAsync("countess@example.org");
        Assert.Contains("user.email_changed", await api.EventsAsync(), StringComparison.Ordinal);
        Assert.Contains("To: <ada@example.org>", Assert.Single(await api.LettersAsync(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_somebody_else_is_taken()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        await api.RegisterAsync("bob@example.org", "Bob");
        using var client = api.Client(ada.AccessToken);

        await (await client.PostAsJsonAsync("/api/auth/email/change", new { email = "BOB@example.org", currentPassword = IdentityApi.Password }))
            .ProblemAsync(HttpStatusCode.Conflict, "email_taken");
        await api.LogInAsync();
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_the_link_of_a_letter_once()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        var token = await ForgetAsync(api, 1);
        using var client = api.Client();

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.PostAsJsonAsync("/api/auth/password/reset", new { token, password = NewPassword })));

        Assert.Single(tries, t => t.StatusCode == HttpStatusCode.NoContent);
        foreach (var late in tries.Where(t => t.StatusCode != HttpStatusCode.NoContent))
        {
            await late.ProblemAsync(HttpStatusCode.BadRequest, "invalid_reset_token");
        }

        Assert.False(await api.IsAcceptedAsync(ada.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.RefreshAsync(ada.RefreshToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.TryLogInAsync()).StatusCode);
        var again = await api.LogInAsync(password: NewPassword);
        Assert.True(await api.IsAcceptedAsync(again.AccessToken));
    }

    [Fact]
    public async Task A_link_ends_after_half_an_hour_or_with_the_next_one()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        var first = await ForgetAsync(api, 1);
        api.Time.Advance(TimeSpan.FromMinutes(2));
        var second = await ForgetAsync(api, 2);
        using var client = api.Client();

        await (await client.PostAsJsonAsync("/api/auth/password/reset", new { token = first, password = NewPassword })).ProblemAsync(HttpStatusCode.BadRequest, "invalid_reset_token");
        api.Time.Advance(TimeSpan.FromMinutes(30));
        await (await client.PostAsJsonAsync("/api/auth/password/reset", new { token = second, password = NewPassword })).ProblemAsync(HttpStatusCode.BadRequest, "invalid_reset_token");
        await api.LogInAsync();
    }

    [Fact]
    public async Task A_weak_password_does_not_use_the_link_up()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        var token = await ForgetAsync(api, 1);
        using var client = api.Client();

        await (await client.PostAsJsonAsync("/api/auth/password/reset", new { token, password = "password1" })).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync("/api/auth/password/reset", new { token, password = NewPassword })).StatusCode);
    }

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
    public async Task A_reset_opens_an_account_that_strangers_had_closed()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        for (var n = 0; n < 5; n++)
        {
            await api.TryLogInAsync(password: "wrong");
        }

        var token = await ForgetAsync(api, 1);
        using var client = api.Client();
        await client.PostAsJsonAsync("/api/auth/password/reset", new { token, password = NewPassword });

        await api.LogInAsync(password: NewPassword);
    }

    [Fact]
    public async Task Whoever_has_the_machine_gets_a_link_on_the_command_line()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        await using var output = new StringWriter();

        Assert.Equal(0, await PrintResetLink.RunAsync(api.Services, "ADA@example.org", output, CancellationToken.None));
        Assert.Equal(1, await PrintResetLink.RunAsync(api.Services, "nobody@example.org", output, CancellationToken.None));

        using var client = api.Client();
        var answer = await client.PostAsJsonAsync("/api/auth/password/reset", new { token = Link().Match(output.ToString()).Groups[1].Value, password = NewPassword });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task<string> ForgetAsync(IdentityApi api, int letters)
    {
        using var client = api.Client();
        Assert.Equal(HttpStatusCode.Accepted, (await client.PostAsJsonAsync("/api/auth/password/forgot", new { email = "ada@example.org" })).StatusCode);
        var letter = (await api.LettersAsync(letters))[^1];
        Assert.Contains("To: <ada@example.org>", letter, StringComparison.Ordinal);
        return Link().Match(letter).Groups[1].Value;
    }

    [GeneratedRegex("/reset/(wmx_[A-Za-z0-9_-]{43})")]
    private static partial Regex Link();
}
