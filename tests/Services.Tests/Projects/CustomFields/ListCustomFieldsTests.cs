using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.CustomFields;

public sealed class ListCustomFieldsTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_project_shows_its_own_fields_to_its_members_alone()
    {
        var (one, two) = (await places.TeamProjectAsync(), await places.TeamProjectAsync());
        var field = await places.Manager.PostAsync($"{one}/custom-fields", new { name = "Size", type = "rating" }).JsonAsync(HttpStatusCode.Created);

        var listed = (await places.Viewer.ReadAsync($"{one}/custom-fields")).GetProperty("items");

        Assert.Equal(field.GetRawText(), Assert.Single(listed.EnumerateArray()).GetRawText());
        Assert.Empty((await places.Viewer.ReadAsync($"{two}/custom-fields")).GetProperty("items").EnumerateArray());
        await places.Viewer.GetAsync($"{two}/custom-fields/{field.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Stranger.GetAsync($"{one}/custom-fields").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
