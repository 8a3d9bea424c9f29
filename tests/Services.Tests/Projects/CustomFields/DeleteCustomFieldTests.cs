using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.CustomFields;

public sealed class DeleteCustomFieldTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_deleted_field_is_gone_and_its_name_is_free()
    {
        var project = await places.TeamProjectAsync();
        var id = (await places.Manager.PostAsync($"{project}/custom-fields", new { name = "Size", type = "text" }).JsonAsync(HttpStatusCode.Created)).Id();
        var path = $"{project}/custom-fields/{id}";
        await places.Contributor.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");

        using var deleted = await places.Manager.DeleteAsync(path);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await places.Manager.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Manager.PostAsync($"{project}/custom-fields", new { name = "Size", type = "number" }).JsonAsync(HttpStatusCode.Created);
        await places.Api.ToldAsync($"custom_field:{id}", "custom_field.created", "custom_field.deleted");
    }
}
