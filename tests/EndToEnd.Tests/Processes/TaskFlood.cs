using System.Collections.Concurrent;

namespace Waymark.EndToEnd.Tests.Processes;

/// <summary>Many task creations at once, each assigned to a colleague and each with an Idempotency-Key of its own.</summary>
internal sealed class TaskFlood(Guid projectId, Guid assigneeId, int count)
{
    private const int AtOnce = 48;

    private readonly TaskCompletionSource _halfDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _run = Guid.CreateVersion7().ToString("N");

    /// <summary>The ids of the tasks whose creation was answered 201, by their number in the flood.</summary>
    public ConcurrentDictionary<int, Guid> Created { get; } = [];

    /// <summary>Ends when half of the creations have been answered.</summary>
    public Task HalfDone => _halfDone.Task;

    private string TitleOf(int number) => $"Task {number} of {_run}";

    /// <summary>Sends every creation that has no answer yet; one that finds no host any more, or one too busy, stays without.</summary>
    public Task RunAsync(HttpClient client) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count).Except(Created.Keys), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            try
            {
                var body = new { projectId, title = TitleOf(number), assigneeIds = new[] { assigneeId } };
                using var answer = await client.SendAsync(HttpMethod.Post, "/api/tasks", body, ("Idempotency-Key", $"{_run}-{number}"));
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                    return;
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                Created[number] = (await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None)).Id();
                if (Created.Count >= count / 2)
                    _halfDone.TrySetResult();
            }
            catch (HttpRequestException)
            {
                // The host is dead: this one may exist or not.
            }
        });
}
