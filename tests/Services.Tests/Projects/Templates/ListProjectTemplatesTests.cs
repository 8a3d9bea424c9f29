using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Templates;

public sealed class ListProjectTemplatesTests(TemplateWorkspace bakery) : IClassFixture<TemplateWorkspace>
{
    [Fact]
    public async Task Templates_are_listed_by_workspace_the_latest_first_without_their_content()
    {
        var made = new[] { (await bakery.TemplateAsync(name: "One")).Id(), (await bakery.TemplateAsync(name: "Two")).Id(), (await bakery.TemplateAsync(name: "Three")).Id() };
        Array.Reverse(made);
        var path = $"{TemplateWorkspace.Path}?workspaceId={bakery.WorkspaceId}&limit=2";
        var page = await bakery.Member.ReadAsync(path);
        Assert.Equal(made[..2], page.Items().Select(t => t.Id()));
        Assert.False(page.Items()[0].TryGetProperty("content", out _));
        Assert.Equal(made[2..], (await bakery.Member.ReadAsync($"{path}&cursor={page.Text("nextCursor")}")).Items().Select(t => t.Id()));
        await Eventually.GetAsync(() => bakery.Member.ReadAsync(TemplateWorkspace.Path), all => all.Items().Count == 3);

        Assert.Empty((await bakery.Guest.ReadAsync(path)).Items());
        Assert.Empty((await bakery.Stranger.ReadAsync(path)).Items());
        await bakery.Guest.GetAsync($"{TemplateWorkspace.Path}/{made[0]}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await bakery.Member.GetAsync($"{TemplateWorkspace.Path}/{made[0]}?version=2").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await bakery.Member.GetAsync($"{TemplateWorkspace.Path}?cursor=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }
}
