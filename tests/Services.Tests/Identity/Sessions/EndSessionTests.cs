using System.Net;
using System.Net.Http.Json;
using Waymark.Identity.Sessions;
using Waymark.Platform.Http;

namespace Waymark.Services.Tests.Identity.Sessions;

public sealed class EndSessionTests(WaymarkApi waymark)
{
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
    public async Task The_session_in_use_can_be_ended_as_well()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var other = await api.RegisterAsync();
        var here = await api.LogInAsync();
        using var client = api.Client(here.AccessToken);
        var id = (await client.GetFromJsonAsync<Page<SessionResponse>>("/api/auth/sessions"))!.Items.Single(s => s.IsCurrent).Id;

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/auth/sessions/{id}")).StatusCode);

        await client.DeleteAsync($"/api/auth/sessions/{id}").ProblemAsync(HttpStatusCode.Unauthorized, "invalid_token");
        Assert.True(await api.IsAcceptedAsync(other.AccessToken));
        Assert.Equal("ended_by_owner", await api.QueryAsync<string>("select revoked_reason from session where revoked_at is not null"));
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
}
