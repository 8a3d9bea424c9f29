using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Erasure;

public sealed class GetErasureTests(WaymarkApi api)
{
    [Fact]
    public async Task Whoever_has_its_address_follows_it_without_an_account_and_nobody_else()
    {
        var (person, other) = (await api.RegisterAsync("Freda"), await api.RegisterAsync("Olaf"));
        var location = await person.BeginErasureAsync();
        var done = await api.UntilErasureAsync(location, "completed");
        Assert.Equal(["state", "requestedAt", "completedAt"], done.Names());
        Assert.True(done.GetProperty("completedAt").GetDateTimeOffset() >= done.GetProperty("requestedAt").GetDateTimeOffset());

        Assert.NotEqual(location, await other.BeginErasureAsync());
        using var anonymous = api.Anonymous();
        foreach (var token in new[] { (await api.QueryAsync<Guid>("users", $"select id from msg.saga where key = '{person.Id}'")).ToString(), person.Id.ToString(), location[^47..^1], location[^47..^4] + "AAAA" })
        {
            await anonymous.GetAsync($"/api/users/account/erasure/{token}").RefusedAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Fact]
    public async Task A_service_that_does_not_answer_leaves_it_delayed_and_stuck_with_the_reason_until_it_is_resumed()
    {
        var (person, other) = (await api.RegisterAsync("Tilda"), await api.RegisterAsync("Bodo"));
        var project = (await other.PostAsync("/api/projects", new { name = "Ours" }).JsonAsync(HttpStatusCode.Created)).Id();
        await other.PostAsync($"/api/projects/{project}/members", new { userId = person.Id, role = "viewer" }).JsonAsync(HttpStatusCode.Created);
        await Eventually.GetAsync(() => api.QueryAsync<long>("notifications", $"select count(*) from notification where user_id = '{person.Id}'"), told => told > 0);
        await BreakAsync(person);

        var location = await person.BeginErasureAsync();
        var id = await api.QueryAsync<Guid>("users", $"select id from msg.saga where key = '{person.Id}'");
        await Eventually.GetAsync(() => api.QueryAsync<long>("users", $"select coalesce(cardinality(received), 0)::bigint from msg.saga where id = '{id}'"), received => received == 4);
        await api.AdministerAsync("users", $"update msg.saga set due_at = now() where id = '{id}'");
        await api.UntilErasureAsync(location, "delayed");
        var stuck = (await api.Sagas().ListOpenAsync("users", onlyStuck: true, 200, null, CancellationToken.None)).Single(s => s.Id == id);
        Assert.Equal(("account-erasure", "content", "Step content waited too long for notifications.erased."), (stuck.Type, stuck.Step, stuck.Reason));

        await MendAsync();
        Assert.True(await api.Sagas().ResumeAsync("users", id, Guid.CreateVersion7(), CancellationToken.None));
        await api.UntilErasureAsync(location, "completed");
        Assert.Equal(0, await api.QueryAsync<long>("notifications", $"select count(*) from notification where user_id = '{person.Id}'"));
    }

    /// <summary>Notifications can do anything but forget this person.</summary>
    private Task BreakAsync(Person person) => api.AdministerAsync(
        "notifications",
        $"""
        create function refuse_erasure() returns trigger language plpgsql as $$ begin raise exception 'The disk of notifications is full.'; end $$;
        create trigger refuse_erasure before delete on notification for each row when (old.user_id = '{person.Id}') execute function refuse_erasure();
        """);

    private Task MendAsync() => api.AdministerAsync("notifications", "drop function refuse_erasure() cascade");
}
