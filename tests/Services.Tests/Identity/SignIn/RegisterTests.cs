using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Identity;
using Waymark.Identity.SignIn;

namespace Waymark.Services.Tests.Identity.SignIn;

public sealed class RegisterTests(WaymarkApi waymark)
{
    [Fact]
    public async Task The_first_person_becomes_administrator_and_is_signed_in()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        using var client = api.Client();

        var answer = await client.PostAsJsonAsync("/api/users/register", new { email = " Ada@Example.org ", password = IdentityApi.Password, displayName = " Ada " });

        var ada = (await answer.Content.ReadFromJsonAsync<SignedInResponse>())!;
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal($"/api/users/{ada.User.Id}", answer.Headers.Location?.OriginalString);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(("Ada@Example.org", "Ada", "Bearer", 900), (ada.User.Email, ada.User.DisplayName, ada.TokenType, ada.ExpiresIn));
        Assert.Equal([PlatformRoles.Administrator, PlatformRoles.User], ada.User.Roles);
        Assert.Equal(api.Time.GetUtcNow(), ada.User.CreatedAt);
        Assert.True(await api.IsAcceptedAsync(ada.AccessToken));
        Assert.StartsWith("wmr_", ada.RefreshToken);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("user.created user.logged_in", await api.EventsAsync());
    }

    [Fact]
    public async Task Of_many_who_come_first_at_once_one_becomes_administrator()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var everybody = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => api.RegisterAsync($"person{n}@example.org")));

        Assert.Single(everybody, p => p.User.Roles.Contains(PlatformRoles.Administrator));
        Assert.All(everybody, p => Assert.Contains(PlatformRoles.User, p.User.Roles));
    }

    [Fact]
    public async Task An_address_has_one_account_whatever_its_case()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        using var client = api.Client();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => client.PostAsJsonAsync(
            "/api/users/register", new { email = n % 2 == 0 ? "ada@example.org" : "ADA@example.ORG", password = IdentityApi.Password, displayName = "Ada" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
        {
            await refused.ProblemAsync(HttpStatusCode.Conflict, "email_taken");
            Assert.False(refused.Headers.Contains("Set-Cookie"));
        }

        Assert.Equal(1, await api.QueryAsync<long>("select count(*) from user_account"));
        Assert.Equal(1, await api.QueryAsync<long>("select count(*) from session"));
    }

    [Theory]
    [InlineData("email", "", IdentityApi.Password, "Ada")]
    [InlineData("email", "ada", IdentityApi.Password, "Ada")]
    [InlineData("email", "ada@", IdentityApi.Password, "Ada")]
    [InlineData("email", "a da@example.org", IdentityApi.Password, "Ada")]
    [InlineData("email", "ada@example..org", IdentityApi.Password, "Ada")]
    [InlineData("displayName", "ada@example.org", IdentityApi.Password, "  ")]
    [InlineData("password", "ada@example.org", "short", "Ada")]
    [InlineData("password", "ada@example.org", "password123", "Ada")]
    [InlineData("password", "ada@example.org", "ada@example.org", "Ada")]
    public async Task What_is_wrong_is_said_at_its_field(string field, string email, string password, string displayName)
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        using var client = api.Client();

        var problem = await (await client.PostAsJsonAsync("/api/users/register", new { email, password, displayName })).ProblemAsync(HttpStatusCode.BadRequest, "invalid");

        Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        Assert.Equal(0, await api.QueryAsync<long>("select count(*) from user_account"));
    }

    [Fact]
    public async Task Members_that_callers_may_not_set_change_nothing()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync("first@example.org");
        using var client = api.Client();

        var answer = await client.PostAsJsonAsync("/api/users/register", new
        {
            email = "eve@example.org",
            password = IdentityApi.Password,
            displayName = "Eve",
            roles = new[] { "administrator" },
            id = Guid.Empty,
            securityVersion = 9,
        });

        var eve = (await answer.Content.ReadFromJsonAsync<SignedInResponse>())!;
        Assert.Equal([PlatformRoles.User], eve.User.Roles);
        Assert.NotEqual(Guid.Empty, eve.User.Id);
    }

    [Fact]
    public async Task By_invitation_the_first_person_comes_in_alone_and_later_ones_with_the_invited_address()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres, ("Registration", "invite"));
        await api.RegisterAsync();
        using var client = api.Client();

        var answer = await client.PostAsJsonAsync("/api/users/register", new { email = "eve@example.org", password = IdentityApi.Password, displayName = "Eve" });

        await answer.ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        var grace = await api.RegisterAsync(IdentityApi.InvitedEmail.ToUpperInvariant(), "Grace");
        Assert.Equal([PlatformRoles.User], grace.User.Roles);
    }

    [Fact]
    public async Task Other_services_find_the_account()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        await using var scope = api.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<IAccounts>();

        var byId = await accounts.FindAsync(ada.User.Id, CancellationToken.None);
        var byEmail = await accounts.FindByEmailAsync("ADA@example.org", CancellationToken.None);

        Assert.Equal(("ada@example.org", "Ada"), (byId!.Email, byId.DisplayName));
        Assert.Equal(ada.User.Id, byEmail!.UserId);
        Assert.Null(await accounts.FindByEmailAsync("nobody@example.org", CancellationToken.None));
        Assert.Null(await accounts.FindAsync(Guid.Empty, CancellationToken.None));
    }

    [Fact]
    public async Task No_answer_ever_carries_a_hash()
    {
        await using var api = await IdentityApi.StartSlowAsync(waymark.Postgres);
        using var client = api.Client();
        var answer = await client.PostAsJsonAsync("/api/users/register", new { email = "ada@example.org", password = IdentityApi.Password, displayName = "Ada" });

        Assert.DoesNotContain("pbkdf2", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("$pbkdf2-sha512$i=210000,k=1$", await api.QueryAsync<string>("select password_hash from user_account"));
        Assert.Equal(JsonValueKind.String, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").ValueKind);
    }
}
