using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Profiles;

public sealed class EditProfileTests(WaymarkApi api)
{
    [Fact]
    public async Task A_patch_keeps_and_a_put_defaults_what_they_leave_out()
    {
        var person = await api.RegisterAsync("Ida");
        var patched = await person.PatchAsync("/api/users/profile", new { displayName = " Ida B. ", locale = "de-AT", timeZone = "Europe/Vienna" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("Ida B.", "de-AT", "Europe/Vienna"), (patched.Text("displayName"), patched.Text("locale"), patched.Text("timeZone")));
        var kept = await person.PatchAsync("/api/users/profile", new { displayName = "Ida" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("de-AT", "Europe/Vienna"), (kept.Text("locale"), kept.Text("timeZone")));
        var put = await person.PutAsync("/api/users/profile", new { displayName = "Ida" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("Ida", "en", "UTC"), (put.Text("displayName"), put.Text("locale"), put.Text("timeZone")));
        Assert.Equal(put.GetRawText(), (await person.ReadAsync("/api/users/profile")).GetRawText());
        await api.ToldAsync($"profile:{person.Id}", "user.updated", "user.updated", "user.updated", "user.updated");
    }

    [Fact]
    public async Task A_change_that_changes_nothing_writes_nothing()
    {
        var person = await api.RegisterAsync("Ida");
        var before = await person.ReadAsync("/api/users/profile");
        var same = await person.PatchAsync("/api/users/profile", new { displayName = "Ida", email = "other@example.org", roles = new[] { "administrator" } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(before.GetRawText(), same.GetRawText());
    }

    [Fact]
    public async Task The_personal_workspace_goes_along_with_the_time_zone()
    {
        var person = await api.RegisterAsync("Ida");
        await person.PatchAsync("/api/users/profile", new { timeZone = "Asia/Tokyo" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("Asia/Tokyo", (await person.ReadAsync($"/api/workspaces/{person.Id}")).Text("timeZone"));
        Assert.Equal("Asia/Tokyo", (await person.ReadAsync("/api/users/preferences")).Text("timeZone"));
    }

    [Theory]
    [InlineData("displayName", " ")]
    [InlineData("displayName", null)]
    [InlineData("locale", "German")]
    [InlineData("locale", "")]
    [InlineData("timeZone", "Middle-earth/Shire")]
    [InlineData("timeZone", "W. Europe Standard Time")]
    public async Task A_wrong_member_is_named(string member, string? value)
    {
        var person = await api.KnownAsync("Ina");
        var problem = await person.PatchAsync("/api/users/profile", new Dictionary<string, string?> { [member] = value }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Equal([member], problem.GetProperty("errors").Names());
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var person = await api.RegisterAsync("Ida");
        var version = (await person.ReadAsync("/api/users/profile")).Version();
        await person.SendAsync(HttpMethod.Put, "/api/users/profile", new { displayName = "A" }, ("If-Match", $"\"{version}\"")).JsonAsync(HttpStatusCode.OK);
        await person.SendAsync(HttpMethod.Put, "/api/users/profile", new { displayName = "B" }, ("If-Match", $"\"{version}\""))
            .ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
    }
}
