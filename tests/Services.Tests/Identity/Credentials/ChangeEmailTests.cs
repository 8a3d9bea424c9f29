using System.Net;
using System.Net.Http.Json;
using Waymark.Identity.SignIn;

namespace Waymark.Services.Tests.Identity.Credentials;

public sealed class ChangeEmailTests(WaymarkApi waymark)
{
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
    public async Task The_address_changes_only_with_the_current_password()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        using var client = api.Client(ada.AccessToken);

        var problem = await client.PostAsJsonAsync("/api/auth/email/change", new { email = "new@example.org", currentPassword = "wrong" })
            .ProblemAsync(HttpStatusCode.BadRequest, "invalid");

        Assert.True(problem.GetProperty("errors").TryGetProperty("currentPassword", out _));
        await api.LogInAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ada@")]
    [InlineData("a da@example.org")]
    public async Task What_is_no_address_is_refused_at_its_field(string email)
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        using var client = api.Client(ada.AccessToken);

        var problem = await client.PostAsJsonAsync("/api/auth/email/change", new { email, currentPassword = IdentityApi.Password })
            .ProblemAsync(HttpStatusCode.BadRequest, "invalid");

        Assert.Equal("email", Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task The_same_address_again_changes_nothing()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var (other, here) = (await api.RegisterAsync(), await api.LogInAsync());
        using var client = api.Client(here.AccessToken);

        var answer = await client.PostAsJsonAsync("/api/auth/email/change", new { email = "ada@example.org", currentPassword = IdentityApi.Password });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(await api.IsAcceptedAsync(other.AccessToken));
        Assert.Equal("user.created user.logged_in user.logged_in", await api.EventsAsync());
    }
}
