using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Erasure;

/// <summary>
/// Plants names, addresses and devices of a person wherever the product takes any, erases the account, and searches every
/// database, file and log for them.
/// </summary>
public sealed class NothingRemainsTests(WaymarkApi api)
{
    /// <summary>What belongs to a project that others go on with: titles, descriptions and comments that the person wrote.</summary>
    private static readonly string[] KeptPlaces =
    [
        "activitylog public.project", "communication public.comment", "communication public.project", "communication public.task_copy",
        "notifications public.change", "notifications public.notification", "notifications public.project", "notifications public.task_copy",
        "projects public.label", "projects public.project", "projects public.project_event", "tasks public.project", "tasks public.project_label",
        "tasks public.task", "tasks public.task_event", "users public.workspace",
    ];

    private readonly string _mark = "cnry" + Guid.CreateVersion7().ToString("N")[^10..];
    private readonly string _kept = "kept" + Guid.CreateVersion7().ToString("N")[^10..];
    private int _planted;

    [Fact]
    public async Task Nothing_of_an_erased_person_is_found_anywhere()
    {
        var other = await api.RegisterAsync("Witness");
        var person = await ArriveAsync();
        await PlantAloneAsync(person);
        await PlantAmongOthersAsync(person, other);
        await PlantInMessagesAsync(person);
        Assert.InRange(_planted, 40, 200);

        var before = await Eventually.GetAsync(() => SearchAsync(_mark), found => Distinct(found) >= 25);
        Assert.True(Distinct(before) >= 25, "The search does not bite: " + string.Join(", ", before.Select(f => f.Place).Distinct()));
        Assert.NotEmpty(FilesWith(_mark));

        await api.EraseAsync(person);
        var after = await Eventually.GetAsync(() => SearchAsync(_mark), found => found.Count == 0);
        Assert.Empty(after);
        Assert.Empty(FilesWith(_mark));
        Assert.DoesNotContain(api.Log.Lines, line => line.Contains(_mark, StringComparison.OrdinalIgnoreCase));
        Assert.Empty((await SearchAsync(_kept)).Select(f => f.Place).Distinct().Except(KeptPlaces, StringComparer.Ordinal));

        using var administrator = api.As(Guid.CreateVersion7(), "administrator");
        await Eventually.GetAsync(() => administrator.ReadAsync("/api/activity/verify"), v => v.GetProperty("isIntact").GetBoolean());
    }

    /// <summary>A text of the person that must not be found afterwards.</summary>
    private string Canary() => $"{_mark}x{_planted++:00}";

    private async Task<Person> ArriveAsync()
    {
        using var client = api.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Canary() + "/1.0");
        client.DefaultRequestHeaders.Add("X-Client-Id", Canary());
        var (email, name) = ($"{Canary()}@example.org", "Ada " + Canary());
        var answer = await client.PostAsJsonAsync("/api/users/register", new { email, password = Erasures.Password, displayName = name }).JsonAsync(HttpStatusCode.Created);
        var person = new Person(answer.GetProperty("user").Id(), name, email, api.With(answer.GetProperty("accessToken").GetString()!));
        person.Client.DefaultRequestHeaders.Add("X-Client-Id", Canary());
        await client.PostAsJsonAsync("/api/auth/password/forgot", new { email });
        await client.PostAsJsonAsync("/api/users/login", new { email, password = "wrong " + Canary() });
        for (var device = 0; device < 3; device++)
        {
            using var login = new HttpRequestMessage(HttpMethod.Post, "/api/users/login") { Content = JsonContent.Create(new { email, password = Erasures.Password }) };
            login.Headers.TryAddWithoutValidation("User-Agent", Canary() + "/2.0");
            login.Headers.Add("X-Waymark-Client", "web");
            await api.Anonymous().SendAsync(login).JsonAsync(HttpStatusCode.OK);
        }

        await person.PutAsync("/api/users/profile", new { displayName = "Ada " + Canary(), locale = "de-AT", timeZone = "Europe/Vienna" }).JsonAsync(HttpStatusCode.OK);
        await person.PutAsync("/api/users/preferences", new { theme = "dark" }).JsonAsync(HttpStatusCode.OK);
        var changed = $"{Canary()}@example.org";
        await person.PostAsync("/api/auth/email/change", new { email = changed, currentPassword = Erasures.Password }).JsonAsync(HttpStatusCode.OK);
        await client.PostAsJsonAsync("/api/auth/password/forgot", new { email = changed });
        await Eventually.GetAsync(() => person.ReadAsync("/api/users/profile"), p => p.Text("email") == changed);
        return person with { Email = changed };
    }

    private async Task PlantAloneAsync(Person person)
    {
        await person.PostAsync("/api/workspaces", new { name = "Home of " + Canary() }).JsonAsync(HttpStatusCode.Created);
        var project = await person.PostAsync("/api/projects", new { name = "Diary of " + Canary(), description = "Private " + Canary() }).JsonAsync(HttpStatusCode.Created);
        await person.PostAsync($"/api/projects/{project.Id()}/labels", new { name = Canary() }).JsonAsync(HttpStatusCode.Created);
        await person.PostAsync($"/api/projects/{project.Id()}/members", new { email = $"{Canary()}@example.net" }).JsonAsync(HttpStatusCode.Created);
        for (var i = 0; i < 4; i++)
        {
            using var answer = await person.SendAsync(
                HttpMethod.Post, "/api/tasks", new { projectId = project.Id(), title = "Buy " + Canary(), description = "For " + Canary(), labels = new[] { Canary() } }, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
            var task = await answer.JsonAsync(HttpStatusCode.Created);
            await person.PatchAsync($"/api/tasks/{task.Id()}", new { title = "Sell " + Canary() }).JsonAsync(HttpStatusCode.OK);
            await person.PostAsync($"/api/tasks/{task.Id()}/comments", new { body = "Note " + Canary() }).JsonAsync(HttpStatusCode.Created);
        }

        var trashed = await person.PostAsync("/api/projects", new { name = "Trash of " + Canary() }).JsonAsync(HttpStatusCode.Created);
        await person.DeleteAsync($"/api/projects/{trashed.Id()}").JsonAsync(HttpStatusCode.NoContent);
    }

    private async Task PlantAmongOthersAsync(Person person, Person other)
    {
        var workspace = (await other.PostAsync("/api/workspaces", new { name = "Office " + _kept }).JsonAsync(HttpStatusCode.Created)).Id();
        var project = (await other.PostAsync("/api/projects", new { name = "Team " + _kept, workspaceId = workspace }).JsonAsync(HttpStatusCode.Created)).Id();
        var empty = (await other.PostAsync("/api/projects", new { name = "Empty", workspaceId = workspace }).JsonAsync(HttpStatusCode.Created)).Id();
        // The answers that are kept for repeats hold the person's name and address.
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        await other.SendAsync(HttpMethod.Post, $"/api/workspaces/{workspace}/members", new { email = person.Email, role = "member" }, key).JsonAsync(HttpStatusCode.Created);
        await other.SendAsync(HttpMethod.Post, $"/api/projects/{project}/members", new { userId = person.Id, role = "contributor" }, key).JsonAsync(HttpStatusCode.Created);
        await other.PostAsync($"/api/projects/{empty}/members", new { userId = person.Id, role = "viewer" }).JsonAsync(HttpStatusCode.Created);

        var task = (await person.PostAsync("/api/tasks", new { projectId = project, title = "Plan " + _kept, description = "Text " + _kept, assigneeIds = new[] { person.Id }, labels = new[] { _kept } })
            .JsonAsync(HttpStatusCode.Created)).Id();
        await person.PostAsync($"/api/tasks/{task}/comments", new { body = "Opinion " + _kept }).JsonAsync(HttpStatusCode.Created);
        await person.PostAsync($"/api/projects/{project}/time-entries", new { taskId = task, minutes = 5, date = "2026-03-02", note = "Spent on " + Canary() }).JsonAsync(HttpStatusCode.Created);
        await person.PostAsync("/api/timer", new { projectId = project, note = "Busy with " + Canary() }).JsonAsync(HttpStatusCode.Created);
        for (var i = 0; i < 4; i++)
        {
            var comment = await other.PostAsync($"/api/tasks/{task}/comments", new { body = $"Hello @[Ada {Canary()}](user:{person.Id}), " + _kept }).JsonAsync(HttpStatusCode.Created);
            await other.PutAsync($"/api/comments/{comment.Id()}", new { body = $"Hi @[{Canary()}](user:{person.Id}) and @[Ada {Canary()}](user:{person.Id})" }).JsonAsync(HttpStatusCode.OK);
        }

        await other.PatchAsync($"/api/tasks/{task}", new { title = "Plan again " + _kept }).JsonAsync(HttpStatusCode.OK);
        await Eventually.GetAsync(() => person.ReadAsync("/api/notifications"), inbox => inbox.Items().Count > 3);
    }

    /// <summary>Messages that died: about the person, and of somebody who mentioned them.</summary>
    private async Task PlantInMessagesAsync(Person person)
    {
        foreach (var (service, key, text) in new[]
        {
            ("activitylog", $"profile:{person.Id}", $"{{\"displayName\":\"{Canary()}\"}}"),
            ("notifications", "comment:1", $"{{\"body\":\"@[{Canary()}](user:{person.Id})\"}}"),
        })
        {
            await api.AdministerAsync(
                service,
                $"""
                insert into msg.dead_letter (id, direction, consumer, message_id, lane, partition_key, key_version, type, source, reason, attempts, envelope, first_seen, state, resolved_at)
                values (gen_random_uuid(), 'i', 'gone', gen_random_uuid(), 1, '{key}', 1, 'test', '/test', 'not-retryable', 1, convert_to('{text}', 'UTF8'), now(), 3, now())
                """);
        }
    }

    private async Task<List<(string Place, string Row)>> SearchAsync(string text) => await DatabaseSearch.FindAsync(api, text);

    private int Distinct(List<(string Place, string Row)> found) => found.SelectMany(f => Regex.Matches(f.Row, _mark + "x[0-9]{2}").Select(m => m.Value)).Distinct().Count();

    private List<string> FilesWith(string text)
    {
        var folder = api.Services.GetRequiredService<IConfiguration>()["Mail:Folder"]!;
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Where(f => File.ReadAllText(f, Encoding.UTF8).Contains(text, StringComparison.OrdinalIgnoreCase))] : [];
    }
}
