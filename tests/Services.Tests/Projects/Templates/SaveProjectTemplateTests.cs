using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Templates;

public sealed class SaveProjectTemplateTests(TemplateWorkspace bakery) : IClassFixture<TemplateWorkspace>
{
    [Fact]
    public async Task Every_change_makes_a_version_and_the_earlier_ones_stay()
    {
        var made = await bakery.TemplateAsync(name: " Opening ");
        Assert.Equal(("Opening", 1L, bakery.Maker.Id), (made.Text("name"), made.Version(), made.Id("createdBy")));
        Assert.Equal(["place"], made.GetProperty("variables").EnumerateArray().Select(v => v.GetString()!));
        var path = $"{TemplateWorkspace.Path}/{made.Id()}";

        var replaced = await bakery.Maker.PutAsync(path, new { name = "Closing", content = new { description = "It ends" } }).JsonAsync();
        Assert.Equal(("Closing", 2L), (replaced.Text("name"), replaced.Version()));
        Assert.Equal(2, (await bakery.Maker.PutAsync(path, new { name = "Closing", content = new { description = "It ends" } }).JsonAsync()).Version());
        var first = await bakery.Member.ReadAsync(path + "?version=1");
        Assert.Equal(("Opening", 3), (first.Text("name"), first.GetProperty("content").GetProperty("tasks").GetArrayLength()));
        Assert.Equal(replaced.GetRawText(), (await bakery.Member.ReadAsync(path)).GetRawText());

        await bakery.Member.PutAsync(path, new { name = "Mine", content = new { } }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await bakery.Guest.PutAsync(path, new { name = "Mine", content = new { } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(3, (await bakery.Owner.PutAsync(path, new { name = "Ours", content = new { } }).JsonAsync()).Version());
        await bakery.Maker.SendAsync(HttpMethod.Put, path, new { name = "x", content = new { } }, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
    }

    [Fact]
    public async Task A_template_that_is_deleted_while_it_is_changed_is_changed_or_gone()
    {
        for (var round = 0; round < 15; round++)
        {
            var path = $"{TemplateWorkspace.Path}/{(await bakery.TemplateAsync(name: $"Round {round}")).Id()}";
            var changes = Enumerable.Range(0, 2).Select(i => bakery.Maker.PutAsync(path, new { name = $"Change {i}", content = new { } })).ToList();
            await bakery.Maker.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
            foreach (var change in changes)
            {
                using var answer = await change;
                Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Conflict });
            }

            await bakery.Maker.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Theory]
    [InlineData("""{"members":[{"userId":"<stranger>","role":"viewer"}]}""", null)]
    [InlineData("""{"members":[{"userId":"<member>","role":"king"}]}""", "members[0].role")]
    [InlineData("""{"workflow":[]}""", "workflow")]
    [InlineData("""{"workflow":[{"key":"a","name":"A","category":"unstarted"},{"key":"b","name":"B","category":"completed","approval":{"approverIds":["<member>"],"needed":1}}]}""", "workflow")]
    [InlineData("""{"taskTypes":[]}""", "taskTypes")]
    [InlineData("""{"labels":[{"name":"One"},{"name":"one"}]}""", "labels")]
    [InlineData("""{"labels":[{"name":"One","group":"G","exclusive":true},{"name":"Two","group":"G"}],"tasks":[{"ref":"a","title":"A","labels":["one","Two"]}]}""", "tasks")]
    [InlineData("""{"customFields":[{"name":"Size","type":"choice"}]}""", "customFields")]
    [InlineData("""{"milestones":[{"name":"M","startInDays":2,"dueInDays":1}]}""", "milestones")]
    [InlineData("""{"startInDays":4000}""", "startInDays")]
    [InlineData("""{"tasks":[null]}""", "tasks[0]")]
    [InlineData("""{"tasks":[{"ref":"a","title":" "}]}""", "tasks[0].title")]
    [InlineData("""{"tasks":[{"ref":"a","title":"A"},{"ref":"a","title":"B"}]}""", "tasks")]
    [InlineData("""{"tasks":[{"ref":"a","title":"A","parent":"b"},{"ref":"b","title":"B","parent":"a"}]}""", "tasks")]
    [InlineData("""{"tasks":[{"ref":"a","title":"A","status":"nowhere"}]}""", "tasks")]
    [InlineData("""{"tasks":[{"ref":"a","title":"A","assigneeIds":["<member>"]}]}""", "tasks")]
    [InlineData("""{"tasks":[{"ref":"a","title":"A","milestone":"None"}]}""", "tasks")]
    [InlineData("""{"tasks":[{"ref":"a","title":"A","customFields":{"None":1}}]}""", "tasks")]
    [InlineData("""{"tasks":[{"ref":"a","title":"A","dependencies":[{"ref":"c","type":"blocks"}]}]}""", "tasks")]
    [InlineData("""{"tasks":[{"ref":"a","title":"A","dependencies":[{"ref":"b","type":"blocks"}]},{"ref":"b","title":"B","dependencies":[{"ref":"a","type":"blocked_by"}]}]}""", "tasks")]
    [InlineData("""{"tasks":[{"ref":"a","title":"A","dependencies":[{"ref":"b","type":"blocks"}]},{"ref":"b","title":"B","dependencies":[{"ref":"a","type":"blocks"}]}]}""", "tasks")]
    public async Task Content_that_no_project_can_have_is_refused(string content, string? member)
    {
        var text = content.Replace("<stranger>", bakery.Stranger.Id.ToString(), StringComparison.Ordinal).Replace("<member>", bakery.Member.Id.ToString(), StringComparison.Ordinal);
        var body = System.Text.Json.Nodes.JsonNode.Parse($$"""{"workspaceId":"{{bakery.WorkspaceId}}","name":"Wrong","content":{{text}}}""")!;
        if (member is null)
        {
            await bakery.Maker.PostAsync(TemplateWorkspace.Path, body).ProblemAsync(HttpStatusCode.NotFound, "not_found");
            return;
        }

        var problem = await bakery.Maker.PostAsync(TemplateWorkspace.Path, body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.True(problem.GetProperty("errors").TryGetProperty($"content.{member}", out _), problem.GetRawText());
    }

    [Fact]
    public async Task Guests_and_strangers_make_none()
    {
        var body = new { workspaceId = bakery.WorkspaceId, name = "Mine", content = new { } };
        await bakery.Guest.PostAsync(TemplateWorkspace.Path, body).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await bakery.Stranger.PostAsync(TemplateWorkspace.Path, body).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(bakery.Stranger.Id, (await bakery.Stranger.PostAsync(TemplateWorkspace.Path, new { name = "Mine", content = new { } }).JsonAsync(HttpStatusCode.Created)).Id("workspaceId"));
    }
}
