using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Notifications.Inbox;

public sealed class MarkNotificationTests(WaymarkApi api)
{
    [Fact]
    public async Task The_mark_is_set_once_and_taken_back()
    {
        var inbox = await Given.Inbox.OfAsync(api, 1);
        var path = $"/api/notifications/{inbox.Items[0].Id()}/read";

        var read = await inbox.Reader.PutAsync(path, new { }).JsonAsync(HttpStatusCode.OK);
        Assert.NotEqual(JsonValueKind.Null, read.GetProperty("readAt").ValueKind);
        Assert.Equal(read.GetRawText(), (await inbox.Reader.PutAsync(path, new { }).JsonAsync(HttpStatusCode.OK)).GetRawText());

        await inbox.Reader.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(inbox.Items[0].GetRawText(), Assert.Single((await inbox.Reader.ReadAsync("/api/notifications?unread=true")).Items()).GetRawText());
        await inbox.Reader.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Others_and_absent_notifications_are_not_found()
    {
        var inbox = await Given.Inbox.OfAsync(api, 1);
        var owner = api.Someone(inbox.Project.Owner);
        await owner.PutAsync($"/api/notifications/{inbox.Items[0].Id()}/read", new { }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await owner.PutAsync($"/api/notifications/{Guid.CreateVersion7()}/read", new { }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await owner.PutAsync("/api/notifications/none/read", new { }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(1, await inbox.UnreadAsync());
    }
}
