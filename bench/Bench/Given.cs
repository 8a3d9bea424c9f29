using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Waymark.Bench;

/// <summary>Fills a fresh product through its public API: people, projects, tasks; as many as <c>limit/tables.sql</c> has.</summary>
internal sealed class Given(HttpClient client)
{
    private const string Password = "a bench has wooden legs";
    private const int People = 16;
    private const int SmallProject = 100;
    private const int LargeProject = 5_000;
    private const int WriteProjects = 48;
    private const int WriteProject = 50;
    private static readonly string Description = string.Concat(Enumerable.Repeat("The quick brown fox jumps over it. ", 6));

    private static readonly string[] Emails = [.. Enumerable.Range(0, People).Select(i => $"person{i}@bench.example")];

    /// <summary>What the requests are about, from the file of an earlier bench or made anew and written there.</summary>
    public async Task<Dictionary<string, object>> FindOrMakeAsync(string file)
    {
        if (!File.Exists(file))
        {
            Console.WriteLine("Making 7,500 tasks through the API …");
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(await MakeAsync()));
        }

        var lists = JsonSerializer.Deserialize<Dictionary<string, string[]>>(await File.ReadAllTextAsync(file))!;
        return new(lists.Select(l => KeyValuePair.Create(l.Key, (object)l.Value)), StringComparer.Ordinal)
        {
            ["priority"] = "\"medium\"",
            ["password"] = Password,
        };
    }

    private async Task<Dictionary<string, IReadOnlyList<string>>> MakeAsync()
    {
        await RegisterAsync();
        await SignInAsync();
        var small = await MakeProjectAsync("SMALL");
        var large = await MakeProjectAsync("LARGE");
        await MakeTasksAsync(small, SmallProject);
        var tasks = await MakeTasksAsync(large, LargeProject);
        var (projects, changing) = (new List<string>(), new List<string>());
        for (var i = 0; i < WriteProjects; i++)
        {
            projects.Add(await MakeProjectAsync($"P{i}"));
            changing.AddRange(await MakeTasksAsync(projects[^1], WriteProject));
        }

        return new(StringComparer.Ordinal)
        {
            ["emails"] = Emails,
            ["tasks"] = tasks,
            ["list"] = [$"/api/tasks?projectId={small}&limit=100"],
            ["pages"] = await PagesAsync(large),
            ["projects"] = projects,
            ["changing"] = changing,
        };
    }

    /// <summary>Signs the first person in anew; a token ends sooner than the bench does.</summary>
    public async Task<string> SignInAsync()
    {
        var answer = await SendAsync(HttpMethod.Post, "/api/users/login", new { email = Emails[0], password = Password });
        var token = answer.GetProperty("accessToken").GetString()!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return token;
    }

    /// <summary>Registers the people of the bench.</summary>
    public async Task RegisterAsync()
    {
        for (var i = 0; i < People; i++)
        {
            await SendAsync(HttpMethod.Post, "/api/users/register", new { email = Emails[i], password = Password, displayName = $"Person {i}" });
        }
    }

    public async Task<string> MakeProjectAsync(string key) => IdOf(await SendAsync(HttpMethod.Post, "/api/projects", new { name = key, key }));

    private async Task<List<string>> MakeTasksAsync(string projectId, int count)
    {
        var ids = new List<string>(count);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            var due = DateTimeOffset.UnixEpoch.AddYears(60).AddHours(i);
            var id = IdOf(await SendAsync(
                HttpMethod.Post, "/api/tasks", new { projectId, title = $"Task {i}", description = Description, priority = "medium", dueAt = due }));
            lock (ids)
            {
                ids.Add(id);
            }
        });
        return ids;
    }

    /// <summary>The addresses of all pages of a project, found as a client finds them: each tells where the next begins.</summary>
    private async Task<List<string>> PagesAsync(string projectId)
    {
        var first = $"/api/tasks?projectId={projectId}&limit=100";
        var pages = new List<string> { first };
        while (true)
        {
            var page = await SendAsync(HttpMethod.Get, pages[^1]);
            if (page.GetProperty("nextCursor").GetString() is not { } cursor)
            {
                return pages;
            }

            pages.Add($"{first}&cursor={Uri.EscapeDataString(cursor)}");
        }
    }

    public static string IdOf(JsonElement answer) => answer.GetProperty("id").GetString()!;

    /// <summary>The answer of a request that must be good.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonDocument.Parse(text).RootElement
            : throw new BenchException($"{method} {path} was answered {(int)response.StatusCode}: {text}");
    }
}
