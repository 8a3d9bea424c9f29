using System.Net;
using System.Net.Http.Json;
using Waymark.Identity.Sessions;
using Waymark.Platform.Http;

namespace Waymark.Services.Tests.Identity.Sessions;

public sealed class ListSessionsTests(WaymarkApi waymark)
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
    public async Task What_is_over_or_was_ended_is_not_listed()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        api.Time.Advance(TimeSpan.FromDays(14));
        var ended = await api.LogInAsync();
        var here = await api.LogInAsync();
        using var anonymous = api.Client();
        await anonymous.PostAsJsonAsync("/api/auth/logout", new { ended.RefreshToken });
        using var client = api.Client(here.AccessToken);

        var page = (await client.GetFromJsonAsync<Page<SessionResponse>>("/api/auth/sessions"))!;

        Assert.True(Assert.Single(page.Items).IsCurrent);
        Assert.Equal(3, await api.QueryAsync<long>("select count(*) from session"));
    }

    [Fact]
    public async Task Malformed_and_anonymous_questions_are_refused()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        using var client = api.Client(ada.AccessToken);
        using var anonymous = api.Client();

        await client.GetAsync("/api/auth/sessions?limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await anonymous.GetAsync("/api/auth/sessions").ProblemAsync(HttpStatusCode.Unauthorized, "invalid_token");
    }
}
