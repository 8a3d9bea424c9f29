using System.Net;
using System.Net.Http.Json;

namespace Waymark.Services.Tests.Identity.Credentials;

public sealed class ChangePasswordTests(WaymarkApi waymark)
{
    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var (other, here) = (await api.RegisterAsync(), await api.LogInAsync());
        using var client = api.Client(here.AccessToken);

        var answer = await client.PostAsJsonAsync("/api/auth/password/change", new { currentPassword = IdentityApi.Password, newPassword = IdentityApi.NewPassword });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.True(await api.IsAcceptedAsync(here.AccessToken));
        Assert.False(await api.IsAcceptedAsync(other.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.RefreshAsync(other.RefreshToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.TryLogInAsync()).StatusCode);
        await api.LogInAsync(password: IdentityApi.NewPassword);
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
            var problem = await (await client.PostAsJsonAsync("/api/auth/password/change", new { currentPassword = "wrong", newPassword = IdentityApi.NewPassword }))
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
    public async Task Without_a_session_no_password_changes()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var anonymous = api.Client();

        await anonymous.PostAsJsonAsync("/api/auth/password/change", new { currentPassword = IdentityApi.Password, newPassword = IdentityApi.NewPassword })
            .ProblemAsync(HttpStatusCode.Unauthorized, "invalid_token");

        await api.LogInAsync();
    }
}
