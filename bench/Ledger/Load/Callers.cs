using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Waymark.Ledger.Probe;

namespace Waymark.Ledger.Load;

/// <summary>
/// People who create tasks and give them new titles at a fixed rate, each on tasks of their own, so that every answered
/// command is exactly one version of one task. They go on while the product is away; what is not answered is unknown.
/// </summary>
internal sealed class Callers(Uri address, int rate) : IDisposable
{
    private const int AtOnce = 24;
    private const int TasksOfOne = 40;
    private const string Password = "a ledger never forgets";

    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce * 2, ConnectTimeout = TimeSpan.FromSeconds(2) }, disposeHandler: true)
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(10),
    };

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<Poison> _poison = [];
    private int _sent;
    private string? _token;

    public Guid ProjectId { get; private set; }

    public CommandHistory History { get; } = new();

    /// <summary>Registers somebody with a project.</summary>
    public async Task SettleAsync()
    {
        var email = $"ledger-{Guid.CreateVersion7():N}@bench.example";
        using var registered = await _client.PostAsJsonAsync("/api/users/register", new { email, password = Password, displayName = "Ledger" });
        var answer = await JsonAsync(registered, HttpStatusCode.Created);
        _token = answer.GetProperty("accessToken").GetString();
        using var made = await SendAsync(HttpMethod.Post, "/api/projects", new { name = "Ledger" }, null, CancellationToken.None);
        ProjectId = (await JsonAsync(made, HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    /// <summary>Goes on until told to stop; then every command has its outcome.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(n => RunOneAsync(n, stop)));

    /// <summary>Lets so many of the next new titles carry poison.</summary>
    public void Taint(Poison poison, int titles)
    {
        for (var i = 0; i < titles; i++)
        {
            _poison.Enqueue(poison);
        }
    }

    /// <summary>Asks as an administrator for a replay of every dead letter, again and again until none is left.</summary>
    /// <returns>How many were replayed by these requests; what is not answered counts for nothing.</returns>
    public async Task<int> ReplayAsync()
    {
        for (var replayed = 0; ;)
        {
            var (outcome, answer) = await AskAsync(HttpMethod.Post, "/api/operations/dead-letters/replay", new { filter = new { }, reason = "The ledger healed the cause." }, null);
            if (outcome != Outcome.Done || answer!.Value.GetProperty("replayed").GetInt32() is not (> 0 and var some))
            {
                return replayed;
            }

            replayed += some;
        }
    }

    public void Dispose() => _client.Dispose();

    private string Tainted(string title) => _poison.TryDequeue(out var poison) ? CountWary.Taint(title, poison) : title;

    private async Task RunOneAsync(int caller, CancellationToken stop)
    {
        var tasks = new List<Guid>();
        for (var n = 0; ; n++)
        {
            await PaceAsync(stop);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            var title = string.Create(CultureInfo.InvariantCulture, $"{caller}-{n}-{Guid.CreateVersion7():N}");
            var command = tasks.Count < TasksOfOne && n % 3 == 0 ? await CreateAsync(title) : tasks.Count == 0 ? null : await RenameAsync(tasks[n % tasks.Count], Tainted(title));
            if (command is null or { Outcome: Outcome.NotSent })
            {
                continue;
            }

            History.Add(command);
            if (command is { IsCreation: true, Outcome: Outcome.Done })
            {
                tasks.Add(command.TaskId!.Value);
            }
        }
    }

    /// <summary>Fixed rate over all callers, whatever the answers take: a slow product is asked as often as a quick one.</summary>
    private async Task PaceAsync(CancellationToken stop)
    {
        var due = TimeSpan.FromSeconds((double)Interlocked.Increment(ref _sent) / rate);
        var wait = due - Stopwatch.GetElapsedTime(_started);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Command> CreateAsync(string title)
    {
        var (outcome, body) = await AskAsync(HttpMethod.Post, "/api/tasks", new { projectId = ProjectId, title }, title);
        return new Command(title, body?.GetProperty("id").GetGuid(), body?.GetProperty("version").GetInt64(), outcome) { IsCreation = true };
    }

    private async Task<Command> RenameAsync(Guid taskId, string title)
    {
        var (outcome, body) = await AskAsync(HttpMethod.Patch, $"/api/tasks/{taskId}", new { title }, null);
        return new Command(title, taskId, body?.GetProperty("version").GetInt64(), outcome);
    }

    /// <summary>Goes on until so many commands were answered: then the product has warmed up.</summary>
    public async Task UntilDoneAsync(int commands)
    {
        while (History.Done < commands)
        {
            await Task.Delay(20);
        }
    }

    private async Task<(Outcome Outcome, JsonElement? Body)> AskAsync(HttpMethod method, string path, object body, string? key)
    {
        try
        {
            using var answer = await SendAsync(method, path, body, key, CancellationToken.None);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.Created => (Outcome.Done, await answer.Content.ReadFromJsonAsync<JsonElement>()),
                >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => (Outcome.Refused, null),
                _ => (Outcome.Unknown, null),
            };
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
        {
            // Nobody listens: nothing was sent, so nothing was asked for.
            return (Outcome.NotSent, null);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException or JsonException)
        {
            return (Outcome.Unknown, null);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object body, string? key, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await _client.SendAsync(request, ct);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, HttpStatusCode expected) =>
        answer.StatusCode == expected
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new LedgerException($"{answer.RequestMessage!.RequestUri} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
}
