using System.Net;
using System.Text.Json;

namespace Waymark.Services.Tests.Users.Profiles;

public sealed class EditPreferencesTests(WaymarkApi api)
{
    private const string Path = "/api/users/preferences";

    [Fact]
    public async Task Who_chose_nothing_has_the_defaults()
    {
        var person = await api.RegisterAsync("Pia");
        var preferences = await person.ReadAsync(Path);
        Assert.Equal(
            """{"locale":"en","timeZone":"UTC","weekStart":"monday","theme":"system","accent":null,"density":"normal","notifications":{"inApp":true,"email":true,"push":true,"digest":"none"},"version":0}""",
            preferences.GetRawText());
    }

    [Fact]
    public async Task A_patch_keeps_and_a_put_defaults_what_they_leave_out()
    {
        var person = await api.RegisterAsync("Pia");
        await person.PatchAsync(Path, new { theme = "dark", weekStart = "sunday", notifications = new { email = false, digest = "weekly" } }).JsonAsync(HttpStatusCode.OK);
        var patched = await person.PatchAsync(Path, new { accent = "green", locale = "de", notifications = new { push = false } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(
            """{"locale":"de","timeZone":"UTC","weekStart":"sunday","theme":"dark","accent":"green","density":"normal","notifications":{"inApp":true,"email":false,"push":false,"digest":"weekly"},"version":2}""",
            patched.GetRawText());
        Assert.Equal(patched.GetRawText(), (await person.ReadAsync(Path)).GetRawText());
        Assert.Equal("de", (await person.ReadAsync("/api/users/profile")).Text("locale"));

        var put = await person.PutAsync(Path, new { density = "compact" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(
            """{"locale":"en","timeZone":"UTC","weekStart":"monday","theme":"system","accent":null,"density":"compact","notifications":{"inApp":true,"email":true,"push":true,"digest":"none"},"version":3}""",
            put.GetRawText());
    }

    [Fact]
    public async Task What_a_put_leaves_out_of_the_notifications_takes_its_default_too()
    {
        var person = await api.RegisterAsync("Pia");
        var put = await person.PutAsync(Path, new { theme = "light", notifications = new { push = false, digest = "daily" } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("""{"inApp":true,"email":true,"push":false,"digest":"daily"}""", put.GetProperty("notifications").GetRawText());
        Assert.Equal("normal", put.Text("density"));
    }

    [Theory]
    [InlineData("""{"theme": "pink"}""", "theme")]
    [InlineData("""{"theme": 1}""", "theme")]
    [InlineData("""{"weekStart": "friday"}""", "weekStart")]
    [InlineData("""{"density": "roomy"}""", "density")]
    [InlineData("""{"timeZone": "Nowhere"}""", "timeZone")]
    [InlineData("""{"locale": "??"}""", "locale")]
    [InlineData("""{"notifications": {"digest": "hourly"}}""", "notifications.digest")]
    public async Task A_wrong_member_is_named(string json, string member)
    {
        var person = await api.KnownAsync("Ina");
        foreach (var method in new[] { HttpMethod.Patch, HttpMethod.Put })
        {
            var problem = await person.SendAsync(method, Path, JsonDocument.Parse(json).RootElement).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
            Assert.Equal([member], problem.GetProperty("errors").Names());
        }
    }

    [Fact]
    public async Task A_stale_version_is_refused_from_the_first_on()
    {
        var person = await api.RegisterAsync("Pia");
        await person.SendAsync(HttpMethod.Patch, Path, new { theme = "dark" }, ("If-Match", "\"0\"")).JsonAsync(HttpStatusCode.OK);
        await person.SendAsync(HttpMethod.Patch, Path, new { theme = "light" }, ("If-Match", "\"0\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        Assert.Equal("dark", (await person.ReadAsync(Path)).Text("theme"));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_writes_nothing()
    {
        var person = await api.RegisterAsync("Pia");
        await person.PatchAsync(Path, new { theme = "dark" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(1, (await person.PatchAsync(Path, new { theme = "dark" }).JsonAsync(HttpStatusCode.OK)).Version());
        Assert.Equal(1, (await person.PutAsync(Path, new { theme = "dark" }).JsonAsync(HttpStatusCode.OK)).Version());
    }

    [Fact]
    public async Task First_choices_made_at_once_both_arrive()
    {
        var person = await api.RegisterAsync("Pia");
        await person.ReadAsync(Path);
        await Task.WhenAll(
            person.PatchAsync(Path, new { theme = "dark" }).JsonAsync(HttpStatusCode.OK),
            person.PatchAsync(Path, new { density = "compact" }).JsonAsync(HttpStatusCode.OK));
        var preferences = await person.ReadAsync(Path);
        Assert.Equal(("dark", "compact", 2L), (preferences.Text("theme"), preferences.Text("density"), preferences.Version()));
    }
}
