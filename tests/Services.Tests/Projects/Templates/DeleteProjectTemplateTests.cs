using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Templates;

public sealed class DeleteProjectTemplateTests(TemplateWorkspace bakery) : IClassFixture<TemplateWorkspace>
{
    [Fact]
    public async Task A_template_is_deleted_once_by_its_maker()
    {
        var path = $"{TemplateWorkspace.Path}/{(await bakery.TemplateAsync()).Id()}";
        await bakery.Member.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await bakery.Stranger.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        using var deleted = await bakery.Maker.DeleteAsync(path);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await bakery.Maker.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await bakery.Maker.GetAsync(path + "?version=1").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Templates_go_with_their_workspace()
    {
        var workspace = (await bakery.Owner.PostAsync("/api/workspaces", new { name = "Short" }).JsonAsync(HttpStatusCode.Created)).Id();
        var template = await bakery.Owner.PostAsync(TemplateWorkspace.Path, new { workspaceId = workspace, name = "Gone", content = new { } }).JsonAsync(HttpStatusCode.Created);
        using var deleted = await bakery.Owner.DeleteAsync($"/api/workspaces/{workspace}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await Eventually.GetAsync(() => bakery.Api.QueryAsync<long>("projects", $"select count(*) from project_template where id = '{template.Id()}'"), left => left == 0);
    }
}
