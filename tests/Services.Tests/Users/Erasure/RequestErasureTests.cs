using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Erasure;

public sealed class RequestErasureTests(WaymarkApi api)
{
    [Fact]
    public async Task A_wrong_password_erases_nothing_and_is_counted()
    {
        var person = await api.RegisterAsync("Wanda");
        for (var tries = 0; tries < 5; tries++)
        {
            await EraseAsync(person, "not the password").ProblemAsync(HttpStatusCode.Forbidden, "wrong_password");
        }

        await EraseAsync(person, Erasures.Password).ProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
        await person.SendAsync(HttpMethod.Delete, Erasures.Path, new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await person.ReadAsync("/api/users/profile");
    }

    [Fact]
    public async Task The_only_owner_of_what_others_use_hands_it_over_first()
    {
        var (person, other) = (await api.RegisterAsync("Hanna"), await api.RegisterAsync("Otto"));
        var workspace = (await person.PostAsync("/api/workspaces", new { name = "Shared workspace" }).JsonAsync(HttpStatusCode.Created)).Id();
        await person.PostAsync($"/api/workspaces/{workspace}/members", new { userId = other.Id, role = "member" }).JsonAsync(HttpStatusCode.Created);
        var project = (await person.PostAsync("/api/projects", new { name = "Shared project" }).JsonAsync(HttpStatusCode.Created)).Id();
        await person.PostAsync($"/api/projects/{project}/members", new { userId = other.Id, role = "contributor" }).JsonAsync(HttpStatusCode.Created);
        await person.PostAsync("/api/projects", new { name = "Own project" }).JsonAsync(HttpStatusCode.Created);

        var refusal = await EraseAsync(person, Erasures.Password).ProblemAsync(HttpStatusCode.UnprocessableEntity, "hand_over_first");
        Assert.Equal(
            [("workspace", workspace, "Shared workspace"), ("project", project, "Shared project")],
            refusal.GetProperty("places").EnumerateArray().Select(p => (p.Text("kind"), p.Id(), p.Text("name"))));

        await person.PutAsync($"/api/workspaces/{workspace}/members/{other.Id}", new { role = "owner" }).JsonAsync(HttpStatusCode.OK);
        await person.PostAsync($"/api/projects/{project}/transfer", new { userId = other.Id }).JsonAsync(HttpStatusCode.OK);
        await api.EraseAsync(person);
        var left = await other.ReadAsync($"/api/projects/{project}");
        Assert.Equal((other.Id, 1), (left.Id("ownerId"), left.Number("memberCount")));
        // The project lives on where it was, in a workspace that has no name of anybody's.
        Assert.Equal("Deleted person's workspace", (await other.ReadAsync($"/api/workspaces/{person.Id}")).Text("name"));
    }

    [Fact]
    public async Task All_sessions_end_at_once_and_the_address_is_free_at_the_end()
    {
        var person = await api.RegisterAsync("Gesa");
        var second = await LogInAsync(person);
        using var elsewhere = api.With(second.Text("accessToken"));
        var location = await person.BeginErasureAsync();
        foreach (var client in new[] { person.Client, elsewhere })
        {
            await Eventually.GetAsync(async () => (await client.GetAsync("/api/users/profile")).StatusCode, status => status == HttpStatusCode.Unauthorized);
        }

        using var anonymous = api.Anonymous();
        await anonymous.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = second.Text("refreshToken") })
            .ProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
        await TryLogInAsync(person).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");
        await api.UntilErasureAsync(location, "completed");
        await TryLogInAsync(person).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");

        var again = await anonymous.PostAsJsonAsync("/api/users/register", new { email = person.Email, password = Erasures.Password, displayName = "Another" })
            .JsonAsync(HttpStatusCode.Created);
        Assert.NotEqual(person.Id, again.GetProperty("user").Id());
    }

    [Fact]
    public async Task Others_see_a_deleted_person_where_they_wrote_and_nobody_waits_for_them()
    {
        var (person, other) = (await api.RegisterAsync("Paula"), await api.RegisterAsync("Rita"));
        var project = (await other.PostAsync("/api/projects", new { name = "Ours" }).JsonAsync(HttpStatusCode.Created)).Id();
        await other.PostAsync($"/api/projects/{project}/members", new { userId = person.Id, role = "contributor" }).JsonAsync(HttpStatusCode.Created);
        var task = (await person.PostAsync("/api/tasks", new { projectId = project, title = "Theirs", assigneeIds = new[] { person.Id, other.Id } }).JsonAsync(HttpStatusCode.Created)).Id();
        var comment = (await other.PostAsync($"/api/tasks/{task}/comments", new { body = $"Ask @[Paula](user:{person.Id}) or @[Rita](user:{other.Id})" }).JsonAsync(HttpStatusCode.Created)).Id();
        await person.PostAsync($"/api/tasks/{task}/comments", new { body = "I wrote this" }).JsonAsync(HttpStatusCode.Created);
        await Eventually.GetAsync(
            () => other.ReadAsync($"/api/activity?projectId={project}&type=comment.created"), recorded => recorded.Items().Count == 2);

        await api.EraseAsync(person);
        var left = await other.ReadAsync($"/api/tasks/{task}");
        Assert.Equal((person.Id, "Theirs"), (left.Id("reporterId"), left.Text("title")));
        Assert.Equal([other.Id], left.GetProperty("assigneeIds").EnumerateArray().Select(a => a.GetGuid()));
        Assert.Equal($"Ask @[Deleted person](user:{person.Id}) or @[Rita](user:{other.Id})", (await other.ReadAsync($"/api/comments/{comment}")).Text("body"));
        Assert.Contains((await other.ReadAsync($"/api/tasks/{task}/comments")).Items(), c => c.Text("body") == "I wrote this" && c.Id("authorId") == person.Id);
        var author = (await other.ReadAsync($"/api/users?ids={person.Id}")).Items().Single();
        Assert.Equal(("Deleted person", "", "UTC"), (author.Text("displayName"), author.Text("email"), author.Text("timeZone")));
        Assert.DoesNotContain((await other.ReadAsync("/api/users?query=deleted")).Items(), p => p.Id() == person.Id);
        await other.PostAsync($"/api/projects/{project}/members", new { userId = person.Id }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        var stranger = await api.RegisterAsync("Sven");
        await stranger.GetAsync($"/api/users/{person.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");

        // The record is unreadable where the person acted, and does not name them where others did.
        var record = await other.ReadAsync($"/api/activity?projectId={project}&limit=100");
        Assert.All(record.Items().Where(e => !e.IsNull("actorId") && e.Id("actorId") == person.Id), e => Assert.True(e.IsNull("changes")));
        var told = record.Items().Single(e => e.Text("type") == "comment.created" && e.Id("actorId") == other.Id).GetProperty("changes").GetRawText();
        Assert.Contains("@[Deleted person]", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Paula", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_theirs_alone_is_gone_in_every_service()
    {
        var person = await api.RegisterAsync("Solveig");
        var project = (await person.PostAsync("/api/projects", new { name = "Alone" }).JsonAsync(HttpStatusCode.Created)).Id();
        var task = (await person.PostAsync("/api/tasks", new { projectId = project, title = "Alone" }).JsonAsync(HttpStatusCode.Created)).Id();
        await person.PostAsync($"/api/tasks/{task}/comments", new { body = "Alone" }).JsonAsync(HttpStatusCode.Created);
        var workspace = (await person.PostAsync("/api/workspaces", new { name = "Alone" }).JsonAsync(HttpStatusCode.Created)).Id();
        await api.EraseAsync(person);
        foreach (var (service, table) in new[]
        {
            ("projects", $"project where id = '{project}'"), ("projects", $"project_event where stream_id = '{project}'"), ("tasks", $"task where project_id = '{project}'"),
            ("tasks", $"task_event where stream_id = '{task}'"), ("communication", $"comment where task_id = '{task}'"), ("communication", $"task_copy where id = '{task}'"),
            ("notifications", $"task_copy where id = '{task}'"), ("users", $"workspace where id in ('{workspace}', '{person.Id}')"), ("users", $"preferences where user_id = '{person.Id}'"),
        })
        {
            Assert.True(await api.QueryAsync<long>(service, $"select count(*) from {table}") == 0, $"{service}: {table}");
        }
    }

    [Fact]
    public async Task There_is_one_erasure_of_an_account()
    {
        var person = await api.RegisterAsync("Edda");
        var answers = await Task.WhenAll(EraseAsync(person, Erasures.Password), EraseAsync(person, Erasures.Password));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(1, await api.QueryAsync<long>("users", $"select count(*) from msg.saga where key = '{person.Id}'"));
    }

    private static Task<HttpResponseMessage> EraseAsync(Person person, string password) =>
        person.SendAsync(HttpMethod.Delete, Erasures.Path, new { password });

    private async Task<HttpResponseMessage> TryLogInAsync(Person person)
    {
        using var anonymous = api.Anonymous();
        return await anonymous.PostAsJsonAsync("/api/users/login", new { email = person.Email, password = Erasures.Password });
    }

    private async Task<JsonElement> LogInAsync(Person person)
    {
        using var answer = await TryLogInAsync(person);
        return await answer.JsonAsync(HttpStatusCode.OK);
    }
}
