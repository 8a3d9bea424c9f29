using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Notifications.Inbox;

public sealed class CountNotificationsTests(WaymarkApi api)
{
    [Fact]
    public async Task Only_what_the_caller_has_not_read_counts()
    {
        var inbox = await Given.Inbox.OfAsync(api, 3);
        Assert.Equal(3, await inbox.UnreadAsync());
        await inbox.Reader.PutAsync($"/api/notifications/{inbox.Items[1].Id()}/read", new { }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(2, await inbox.UnreadAsync());
    }

    [Fact]
    public async Task Nobody_told_is_a_count_of_zero_and_no_token_is_refused()
    {
        Assert.Equal(0, (await api.Someone().ReadAsync("/api/notifications/count")).GetProperty("unread").GetInt64());
        using var anonymous = api.Anonymous();
        await anonymous.GetAsync("/api/notifications/count").RefusedAsync(HttpStatusCode.Unauthorized, "invalid_token");
    }
}
