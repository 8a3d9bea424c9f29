using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Templates;

public sealed class GetInstantiationTests(TemplateWorkspace bakery) : IClassFixture<TemplateWorkspace>
{
    [Fact]
    public async Task Only_who_has_asked_follows_a_use_and_still_can_when_the_template_is_gone()
    {
        var template = await bakery.Maker.PostAsync(TemplateWorkspace.Path, new { workspaceId = bakery.WorkspaceId, name = "Plain", content = new { } }).JsonAsync(HttpStatusCode.Created);
        var use = await TemplateWorkspace.UseAsync(bakery.Member, template.Id(), new { name = "Plain" });
        var path = $"{TemplateWorkspace.Path}/{template.Id()}/instantiations/{use.Id()}";
        Assert.Equal("Plain", (await bakery.Member.ReadAsync($"/api/projects/{use.Id("projectId")}")).Text("name"));
        Assert.True(use.IsNull("reason"));

        await bakery.Maker.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        using var deleted = await bakery.Maker.DeleteAsync($"{TemplateWorkspace.Path}/{template.Id()}");
        Assert.Equal(use.GetRawText(), (await bakery.Member.ReadAsync(path)).GetRawText());
    }
}
