namespace Waymark.EndToEnd.Tests.Journeys;

public sealed class SessionTests(RunningProduct product)
{
    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        const string next = "another long enough secret";
        var here = await product.Api.RegisterAsync("Ada");
        var elsewhere = await product.Api.LogInAsync(here);
        Assert.Equal(2, (await here.Client.ReadAsync("/api/auth/sessions")).Items().Count);

        await here.Client.PostAsync("/api/auth/password/change", new { currentPassword = Api.Password, newPassword = next }).JsonAsync(HttpStatusCode.NoContent);

        await elsewhere.Client.SendAsync(HttpMethod.Get, "/api/users/profile").RefusedAsync(HttpStatusCode.Unauthorized, "invalid_token");
        using var anyone = product.Api.Client();
        await anyone.PostAsync("/api/auth/refresh", new { refreshToken = elsewhere.RefreshToken }).JsonAsync(HttpStatusCode.Unauthorized);
        await anyone.PostAsync("/api/users/login", new { email = here.Email, password = Api.Password }).RefusedAsync(HttpStatusCode.Unauthorized, "invalid_credentials");
        Assert.Equal(here.Name, (await here.Client.ReadAsync("/api/users/profile")).Text("displayName"));
        await anyone.PostAsync("/api/auth/refresh", new { refreshToken = here.RefreshToken }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(here.Id, (await product.Api.LogInAsync(here, next)).Id);
    }
}
