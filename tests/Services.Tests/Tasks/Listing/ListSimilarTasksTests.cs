using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Services.Tests.Given;
using Waymark.Tasks.Searching;

namespace Waymark.Services.Tests.Tasks.Listing;

public sealed class ListSimilarTasksTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Similar_titles_are_listed_open_ones_first_and_then_the_likest()
    {
        var (project, key) = await team.NewProjectAsync();
        var done = await AddAsync(project, "Login page is broken", new { status = "done" });
        var like = await AddAsync(project, "Login page is broken on Safari");
        var likest = await AddAsync(project, "Broken login pages");
        await AddAsync(project, "Order more paper");
        await AddAsync(project, "A page", new { description = "Login page is broken" });

        var answer = await team.Viewer.ReadAsync(PathOf(project, "login page broken"));
        Assert.Null(answer.Text("nextCursor"));
        Assert.Equal([likest, like, done], answer.Items().Select(t => t.Id()));
        var last = answer.Items()[^1];
        Assert.Equal(($"{key}-1", "Login page is broken", "done", "completed"), (last.Text("key"), last.Text("title"), last.Text("status"), last.Text("statusCategory")));
        Assert.InRange(last.GetProperty("similarity").GetDouble(), 0.8, 0.9);
    }

    [Theory]
    [InlineData("Lgoin page brokn", "Login page broken")]
    [InlineData("invoice exp", "Invoice export")]
    [InlineData("Exporting invoices", "Invoice export")]
    [InlineData("登录页面报", "登录页面报错")]
    [InlineData("ПЕЧАТЬ чека", "Печать чеков")]
    [InlineData("100% _done_", "Done 100% of it")]
    public async Task Slips_endings_and_words_half_typed_do_not_hide_a_task(string title, string expected)
    {
        var (project, _) = await team.NewProjectAsync();
        await AddAsync(project, expected);
        await AddAsync(project, "Nothing of that kind");
        Assert.Equal([expected], await TitlesAsync(project, title));
    }

    [Fact]
    public async Task Of_many_the_five_that_are_likest_are_listed()
    {
        var (project, _) = await team.NewProjectAsync();
        for (var i = 0; i < 7; i++)
        {
            await AddAsync(project, "Bake the bread " + "abcdefg"[..i]);
        }

        Assert.Equal(["Bake the bread", "Bake the bread a", "Bake the bread ab", "Bake the bread abc", "Bake the bread abcd"], await TitlesAsync(project, "Bake the bread"));
    }

    [Fact]
    public async Task A_large_project_is_looked_through_by_its_index()
    {
        var (project, _) = await team.NewProjectAsync();
        await AddAsync(project, "Quince jelly for the first");
        await api.QueryAsync<int>("tasks", $"update project_counter set last_number = 1000 where project_id = '{project}' returning 1");
        await AddAsync(project, "Quince jelly for the indexed");
        var changed = await AddAsync(project, "Something else");
        await api.Services.GetRequiredService<IndexTexts>().IndexAsync(restsPerBatch: 0, TestContext.Current.CancellationToken);
        await team.Contributor.PatchAsync($"/api/tasks/{changed}", new { title = "Quince jelly for the changed" }).JsonAsync(HttpStatusCode.OK);
        await AddAsync(project, "Quince jelly for the latest");
        var (other, _) = await team.NewProjectAsync();
        await AddAsync(other, "Quince jelly for others");

        string[] all = ["Quince jelly for the changed", "Quince jelly for the first", "Quince jelly for the indexed", "Quince jelly for the latest"];
        Assert.Equal(all, (await TitlesAsync(project, "Quinces jelly for the")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_task_that_is_renamed_is_not_like_itself_and_what_is_deleted_is_like_nothing()
    {
        var (project, _) = await team.NewProjectAsync();
        var self = await AddAsync(project, "Water the plants");
        var deleted = await AddAsync(project, "Water the plants again");
        await team.Contributor.DeleteAsync($"/api/tasks/{deleted}").JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(["Water the plants"], await TitlesAsync(project, "Water the plants"));
        Assert.Empty((await team.Viewer.ReadAsync($"{PathOf(project, "Water the plants")}&exceptId={self}")).Items());
    }

    [Fact]
    public async Task Nothing_is_similar_to_no_words_and_what_is_wrong_with_the_question_is_said()
    {
        Assert.Empty(await TitlesAsync(team.ProjectId, "?!"));
        Assert.Empty(await TitlesAsync(team.ProjectId, new string('x', 500) + "  "));
        Assert.Empty(await TitlesAsync(team.ProjectId, " "));
        Assert.Empty((await team.Viewer.ReadAsync($"/api/projects/{team.ProjectId}/tasks/similar")).Items());
        await team.Viewer.GetAsync(PathOf(team.ProjectId, new string('x', 501))).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Stranger.GetAsync($"/api/projects/{team.ProjectId}/tasks/similar").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync(PathOf(team.ProjectId, "Something")).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private static string PathOf(Guid project, string title) => $"/api/projects/{project}/tasks/similar?title={Uri.EscapeDataString(title)}";

    private async Task<IEnumerable<string>> TitlesAsync(Guid project, string title) =>
        (await team.Viewer.ReadAsync(PathOf(project, title))).Items().Select(t => t.Text("title")!);

    private async Task<Guid> AddAsync(Guid projectId, string title, object? members = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(members ?? new { })!.AsObject();
        body["title"] = title;
        return (await team.TaskAsync(body, projectId)).Id();
    }
}
