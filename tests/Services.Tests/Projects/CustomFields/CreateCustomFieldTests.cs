using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.CustomFields;

public sealed class CreateCustomFieldTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_created_field_is_answered_whole_and_read_alike()
    {
        var path = await places.TeamProjectAsync();
        using var answer = await places.Manager.PostAsync($"{path}/custom-fields", new { name = " Cost ", type = "money", currency = "EUR" });
        var field = await answer.JsonAsync(HttpStatusCode.Created);

        Assert.Equal(["id", "projectId", "name", "type", "description", "options", "currency", "createdAt", "version", "taskTypes", "required"], field.Names());
        Assert.Equal(("Cost", "money", "EUR", 1L), (field.Text("name"), field.Text("type"), field.Text("currency"), field.Version()));
        Assert.Equal(field.GetRawText(), (await places.Viewer.ReadAsync($"{path}/custom-fields/{field.Id()}")).GetRawText());
        await places.Api.ToldAsync($"custom_field:{field.Id()}", "custom_field.created");
    }

    [Fact]
    public async Task A_name_is_taken_in_every_spelling_also_by_two_at_once()
    {
        var path = $"{await places.TeamProjectAsync()}/custom-fields";
        await places.Manager.PostAsync(path, new { name = "Größe", type = "text" }).JsonAsync(HttpStatusCode.Created);
        await places.Manager.PostAsync(path, new { name = " GRÖßE", type = "number" }).ProblemAsync(HttpStatusCode.Conflict, "custom_field_exists");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => places.Owner.PostAsync(path, new { name = "Once", type = "text" })));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Members_that_do_not_fit_the_type_are_refused()
    {
        var path = $"{await places.TeamProjectAsync()}/custom-fields";
        foreach (var body in new object[]
        {
            new { name = "x" }, new { type = "text" }, new { name = "x", type = "colour" }, new { name = "x", type = "choice" },
            new { name = "x", type = "text", options = new[] { "a" } }, new { name = "x", type = "choice", options = new[] { "a", "A" } },
            new { name = "x", type = "choices", options = new[] { "" } }, new { name = "x", type = "number", currency = "EUR" },
            new { name = "x", type = "money", currency = "euro" }, new { name = "x", type = "text", taskTypes = new[] { "nothing" } }, new { name = "x", type = "text", required = "soon" }, new { name = new string('x', 61), type = "text" },
        })
        {
            await places.Owner.PostAsync(path, body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        await places.Contributor.PostAsync(path, new { name = "x", type = "text" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PostAsync(path, new { name = "x", type = "text" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
