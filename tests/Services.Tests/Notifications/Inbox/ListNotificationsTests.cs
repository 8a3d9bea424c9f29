using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Notifications.Inbox;

public sealed class ListNotificationsTests(WaymarkApi api)
{
    [Fact]
    public async Task The_newest_stand_first_and_pages_follow_each_other()
    {
        var inbox = await Given.Inbox.OfAsync(api, 5);
        var ids = inbox.Items.Select(n => n.Text("id")).ToList();
        Assert.Equal(ids.OrderDescending(StringComparer.Ordinal), ids);
        Assert.Equal(["Task 0", "Task 1", "Task 2", "Task 3", "Task 4"], inbox.Items.Select(n => n.GetProperty("subject").Text("title")).Order(StringComparer.Ordinal));

        var (paged, cursor) = (new List<string>(), "");
        do
        {
            var page = await inbox.Reader.ReadAsync($"/api/notifications?limit=2{cursor}");
            paged.AddRange(page.Items().Select(n => n.Text("id")));
            cursor = page.Text("nextCursor") is { } next ? $"&cursor={next}" : null;
        }
        while (cursor is not null);
        Assert.Equal(ids, paged);
    }

    [Fact]
    public async Task What_was_read_can_be_left_out()
    {
        var inbox = await Given.Inbox.OfAsync(api, 2);
        await inbox.Reader.PutAsync($"/api/notifications/{inbox.Items[0].Id()}/read", new { }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(inbox.Items[1].Id(), Assert.Single((await inbox.Reader.ReadAsync("/api/notifications?unread=true")).Items()).Id());
        Assert.Equal(2, (await inbox.Reader.ReadAsync("/api/notifications?unread=false")).Items().Count);
    }

    [Fact]
    public async Task Nobody_sees_the_inbox_of_another_or_what_happened_in_a_project_they_have_left()
    {
        var inbox = await Given.Inbox.OfAsync(api, 1);
        Assert.Empty((await api.Someone(inbox.Project.Owner).ReadAsync("/api/notifications")).Items());

        await inbox.Project.RemoveMemberAsync(inbox.Reader.Id);
        await inbox.Project.IsKnownToAsync("notifications");
        Assert.Empty((await inbox.Reader.ReadAsync("/api/notifications")).Items());
        Assert.Equal(0, await inbox.UnreadAsync());
    }

    [Theory]
    [InlineData("cursor=x", "invalid_cursor")]
    [InlineData("limit=0", "invalid")]
    [InlineData("limit=201", "invalid")]
    public async Task A_wrong_page_is_refused(string query, string code) =>
        await api.Someone().GetAsync($"/api/notifications?{query}").ProblemAsync(HttpStatusCode.BadRequest, code);
}
