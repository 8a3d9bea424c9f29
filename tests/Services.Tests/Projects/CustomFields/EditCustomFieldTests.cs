using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.CustomFields;

public sealed class EditCustomFieldTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_field_is_renamed_and_gets_other_options_but_keeps_its_type()
    {
        var project = await places.TeamProjectAsync();
        var field = await places.Manager.PostAsync($"{project}/custom-fields", new { name = "Size", type = "choice", options = new[] { "S", "M" } }).JsonAsync(HttpStatusCode.Created);
        var path = $"{project}/custom-fields/{field.Id()}";

        var patched = await places.Manager.PatchAsync(path, new { name = "T-shirt", options = new[] { "S", "M", "L" } }).JsonAsync();

        Assert.Equal(("T-shirt", 3, 2L), (patched.Text("name"), patched.GetProperty("options").GetArrayLength(), patched.Version()));
        await places.Manager.PatchAsync(path, new { type = "text", options = Array.Empty<string>() }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "type_fixed");
        await places.Manager.PutAsync(path, new { name = "T-shirt", type = "choice" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Api.ToldAsync($"custom_field:{field.Id()}", "custom_field.created", "custom_field.updated");
    }

    [Fact]
    public async Task A_field_cannot_take_the_name_of_another()
    {
        var path = $"{await places.TeamProjectAsync()}/custom-fields";
        await places.Manager.PostAsync(path, new { name = "One", type = "text" }).JsonAsync(HttpStatusCode.Created);
        var two = await places.Manager.PostAsync(path, new { name = "Two", type = "text" }).JsonAsync(HttpStatusCode.Created);
        await places.Manager.PatchAsync($"{path}/{two.Id()}", new { name = "ONE" }).ProblemAsync(HttpStatusCode.Conflict, "custom_field_exists");
        await places.Manager.PatchAsync($"{path}/{two.Id()}", new { name = "TWO" }).JsonAsync();
        await places.Manager.SendAsync(HttpMethod.Patch, $"{path}/{two.Id()}", new { name = "x" }, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await places.Contributor.PatchAsync($"{path}/{two.Id()}", new { name = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_formula_follows_the_names_of_its_fields_and_what_it_computes_with_stays()
    {
        var path = $"{await places.TeamProjectAsync()}/custom-fields";
        var cost = await places.Manager.PostAsync(path, new { name = "Cost", type = "number" }).JsonAsync(HttpStatusCode.Created);
        var twice = await places.Manager.PostAsync(path, new { name = "Twice", type = "formula", formula = "field(\"Cost\")  * 2" }).JsonAsync(HttpStatusCode.Created);
        await places.Manager.PatchAsync($"{path}/{cost.Id()}", new { name = "The \"price\"" }).JsonAsync();
        Assert.Equal("field(\"The \\\"price\\\"\")  * 2", (await places.Viewer.ReadAsync($"{path}/{twice.Id()}")).Text("formula"));

        var problem = await places.Manager.DeleteAsync($"{path}/{cost.Id()}").ProblemAsync(HttpStatusCode.Conflict, "custom_field_in_use");
        Assert.Contains("Twice", problem.Text("detail"), StringComparison.Ordinal);
        var renamed = await places.Manager.PatchAsync($"{path}/{twice.Id()}", new { name = "Double" }).JsonAsync();
        Assert.Equal(("Double", 2L), (renamed.Text("name"), renamed.Version()));
        var changed = await places.Manager.PatchAsync($"{path}/{twice.Id()}", new { formula = "due + 1" }).JsonAsync();
        Assert.Equal(("date", "due + 1"), (changed.Text("resultType"), changed.Text("formula")));
        await places.Manager.PatchAsync($"{path}/{twice.Id()}", new { type = "number", formula = (string?)null }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "type_fixed");
        await places.Manager.DeleteAsync($"{path}/{cost.Id()}").JsonAsync(HttpStatusCode.NoContent);
    }
}
