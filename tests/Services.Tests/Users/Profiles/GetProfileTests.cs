using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Profiles;

public sealed class GetProfileTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_new_person_has_a_profile_from_the_first_request_on()
    {
        var person = await places.Api.RegisterAsync("Nova");
        using var answer = await person.GetAsync("/api/users/profile");
        var profile = await answer.JsonAsync(HttpStatusCode.OK);
        Assert.Equal(["id", "email", "displayName", "avatarUrl", "locale", "timeZone", "roles", "createdAt", "version"], profile.Names());
        Assert.Equal((person.Id, person.Email, "Nova"), (profile.Id(), profile.Text("email"), profile.Text("displayName")));
        Assert.Equal(("en", "UTC"), (profile.Text("locale"), profile.Text("timeZone")));
        Assert.Equal($"\"{profile.Version()}\"", answer.Headers.ETag?.ToString());
        Assert.Equal(profile.GetRawText(), (await person.ReadAsync($"/api/users/{person.Id}")).GetRawText());
        using var same = await person.SendAsync(HttpMethod.Get, "/api/users/profile", null, ("If-None-Match", $"\"{profile.Version()}\""));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Somebody_unknown_has_none()
    {
        using var unknown = places.Api.As(Guid.CreateVersion7());
        await unknown.GetAsync(new Uri("/api/users/profile", UriKind.Relative)).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        using var anonymous = places.Api.Anonymous();
        await anonymous.GetAsync(new Uri("/api/users/profile", UriKind.Relative)).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_token");
    }
}
