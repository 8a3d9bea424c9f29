using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Labels;

public sealed class CreateLabelTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_created_label_is_answered_whole_and_read_alike()
    {
        var path = await places.TeamProjectAsync();
        using var answer = await places.Contributor.PostAsync($"{path}/labels", new { name = " Garden ", color = "#AABBCC" });
        var label = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.Equal(["id", "name", "color", "group", "exclusive", "version"], label.Names());
        Assert.Equal(("Garden", "#aabbcc", 1L), (label.Text("name"), label.Text("color"), label.Version()));
        Assert.Equal($"{path}/labels/{label.Id()}", answer.Headers.Location?.ToString());
        Assert.Equal(label.GetRawText(), (await places.Viewer.ReadAsync($"{path}/labels/{label.Id()}")).GetRawText());
        await places.Api.ToldAsync($"label:{label.Id()}", "label.created");
    }

    [Fact]
    public async Task Every_colour_is_given_once_before_one_is_given_again()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}/labels";
        var colors = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            colors.Add((await places.Owner.PostAsync(path, new { name = $"Label {i}" }).JsonAsync(HttpStatusCode.Created)).Text("color"));
        }

        Assert.Equal(10, colors.Take(10).Distinct().Count());
        Assert.Equal(10, colors.Skip(10).Distinct().Count());
    }

    [Fact]
    public async Task The_first_label_of_a_name_has_the_same_colour_in_every_project()
    {
        var (one, two) = (await places.OwnProjectAsync(), await places.OwnProjectAsync());
        var colors = new List<string>();
        foreach (var (project, name) in new[] { (one, "Urgent"), (two, "urgent") })
        {
            colors.Add((await places.Owner.PostAsync($"/api/projects/{project.Id()}/labels", new { name }).JsonAsync(HttpStatusCode.Created)).Text("color"));
        }

        Assert.Single(colors.Distinct());
    }

    [Fact]
    public async Task A_name_is_taken_in_every_spelling()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}/labels";
        await places.Owner.PostAsync(path, new { name = "Größe" }).JsonAsync(HttpStatusCode.Created);
        await places.Owner.PostAsync(path, new { name = " GRÖßE" }).ProblemAsync(HttpStatusCode.Conflict, "label_exists");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => places.Owner.PostAsync(path, new { name = "Once" })));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Wrong_members_and_missing_rights_are_refused()
    {
        var path = await places.TeamProjectAsync();
        foreach (var body in new object[] { new { }, new { name = " " }, new { name = new string('x', 61) }, new { name = "x", color = "blue" } })
        {
            await places.Owner.PostAsync($"{path}/labels", body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        await places.Viewer.PostAsync($"{path}/labels", new { name = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PostAsync($"{path}/labels", new { name = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
