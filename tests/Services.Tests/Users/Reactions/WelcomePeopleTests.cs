using Waymark.Contracts.Identity;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Reactions;

public sealed class WelcomePeopleTests(WaymarkApi api)
{
    [Fact]
    public async Task A_registration_makes_a_profile_and_a_personal_workspace_once()
    {
        var id = Guid.CreateVersion7();
        var created = new UserCreated(id, $"{id:N}@Example.org", "Wil", [], TimeProvider.System.GetUtcNow());
        await api.PublishAsync(created, $"user:{id}", 1);
        await api.PublishAsync(created, $"user:{id}", 2);
        await api.ToldAsync($"user:{id}", "user.created", "user.created");
        await api.ToldAsync($"workspace:{id}", "workspace.created");
        await api.ToldAsync($"profile:{id}", "user.updated");
        Assert.Equal("Wil's workspace personal Wil", await api.QueryAsync<string>(
            "users",
            $"""
            select w.name || ' ' || case when w.is_personal then 'personal' else 'team' end || ' ' || p.display_name
            from workspace w join workspace_member m on m.workspace_id = w.id and m.rank = 4 join profile p on p.id = m.user_id
            where w.id = '{id}' and p.id = '{id}'
            """));
    }

    [Fact]
    public async Task A_new_address_finds_the_person_and_the_old_one_does_not()
    {
        var person = await api.RegisterAsync("Wil");
        await person.ReadAsync("/api/users/profile");
        var email = $"Moved-{person.Id:N}@example.org";
        await api.PublishAsync(new UserEmailChanged(person.Id, email), $"user:{person.Id}", 2);
        await Eventually.GetAsync(async () => (await person.ReadAsync("/api/users/profile")).Text("email"), found => found == email);
        Assert.Single((await person.ReadAsync($"/api/users?query={email.ToLowerInvariant()}")).Items());
        Assert.Empty((await person.ReadAsync($"/api/users?query={person.Email}")).Items());
    }
}
