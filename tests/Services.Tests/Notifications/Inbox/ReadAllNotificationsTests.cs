using System.Net;

namespace Waymark.Services.Tests.Notifications.Inbox;

public sealed class ReadAllNotificationsTests(WaymarkApi api)
{
    [Fact]
    public async Task Everything_of_the_caller_is_marked_and_nothing_of_others()
    {
        var (inbox, other) = (await Given.Inbox.OfAsync(api, 3), await Given.Inbox.OfAsync(api, 1));
        await inbox.Reader.PutAsync($"/api/notifications/{inbox.Items[0].Id()}/read", new { }).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(2, await ReadAllAsync(inbox));
        Assert.Equal(0, await inbox.UnreadAsync());
        Assert.Equal(1, await other.UnreadAsync());
        Assert.Equal(0, await ReadAllAsync(inbox));
    }

    private static async Task<int> ReadAllAsync(Given.Inbox inbox) =>
        (await inbox.Reader.PostAsync("/api/notifications/read-all").JsonAsync(HttpStatusCode.OK)).GetProperty("marked").GetInt32();
}
