using System.Text.Json;

namespace Waymark.Demo;

/// <summary>What the people of the example company plan around their tasks: milestones, cycles, a release, links, hours and what an hour costs.</summary>
internal sealed class Planning(IReadOnlyList<Api> people, Random random)
{
    private const int CycleDays = 14;
    private const int MaxEntries = 40;
    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Plans one project; its milestones are answered, for the goals.</summary>
    public async Task<IReadOnlyList<Guid>> PlanAsync(Api owner, Guid projectId, Production production, IReadOnlyList<Guid> tasks)
    {
        var path = $"/api/projects/{projectId}";
        var parts = tasks.Chunk((tasks.Count / 4) + 1).ToList();
        var milestones = new List<Guid>();
        foreach (var (name, i) in production.Milestones.Select((name, i) => (name, i)))
        {
            milestones.Add(IdOf(await owner.SendAsync(HttpMethod.Post, path + "/milestones", new { name, dueDate = In(12 + (i * 26)) })));
            await BulkAsync(owner, parts[i], new { milestoneId = milestones[i], estimateMinutes = 120 * (i + 1) });
        }

        await owner.SendAsync(HttpMethod.Post, path + "/releases", new { name = "1.0", tag = "v1.0", date = In(14), milestoneIds = milestones[..1] });
        await owner.SendAsync(HttpMethod.Post, path + "/custom-fields", new { name = "Customer", type = "choice", options = Cast.Customers });
        foreach (var (customer, i) in Cast.Customers.Select((customer, i) => (customer, i)))
        {
            await BulkAsync(owner, parts[i][..6], new { customFields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Customer"] = customer } });
        }

        await RunCyclesAsync(owner, path, parts);
        await LinkAsync(owner, parts[1][..7]);
        await WorkAsync(owner, path, tasks);
        return milestones;
    }

    /// <summary>One cycle is over, one runs, one is next.</summary>
    private async Task RunCyclesAsync(Api owner, string path, List<Guid[]> parts)
    {
        var cycles = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            var first = -CycleDays - 6 + (i * CycleDays);
            var cycle = await owner.SendAsync(
                HttpMethod.Post, path + "/cycles", new { name = $"Cycle {i + 1}", startDate = In(first), endDate = In(first + CycleDays - 1) });
            cycles.Add(IdOf(cycle));
            await owner.SendAsync(HttpMethod.Post, $"/api/cycles/{cycles[i]}/tasks", new { taskIds = parts[i][..Math.Min(16, parts[i].Length)] });
        }

        await owner.SendAsync(HttpMethod.Post, $"/api/cycles/{cycles[0]}/close", new { carryOverTo = cycles[1] });
    }

    /// <summary>A row of tasks of which each waits for the one before it.</summary>
    private async Task LinkAsync(Api owner, Guid[] tasks)
    {
        for (var i = 0; i < tasks.Length; i++)
        {
            await owner.SendAsync(HttpMethod.Patch, $"/api/tasks/{tasks[i]}", new { startAt = In(i * 4), dueAt = In((i * 4) + 3) });
            if (i > 0)
            {
                await owner.SendAsync(HttpMethod.Post, $"/api/tasks/{tasks[i - 1]}/dependencies", new { taskId = tasks[i], type = "blocks" });
            }
        }
    }

    /// <summary>Who has how many hours for the project, what they have spent so far, and what an hour costs.</summary>
    private async Task WorkAsync(Api owner, string path, IReadOnlyList<Guid> tasks)
    {
        await owner.SendAsync(HttpMethod.Post, path + "/rates", new { amount = 9500, currency = "EUR", validFrom = In(-200) });
        foreach (var person in people)
        {
            await owner.SendAsync(
                HttpMethod.Post, path + "/allocations", new { userId = person.UserId, hoursPerWeek = 2 + (4 * random.Next(4)), from = In(-14), to = In(42) });
        }

        await Parallel.ForAsync(0, MaxEntries, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            // Every second day, so that also the week before has some.
            var date = _today.AddDays(-2 * (i / people.Count));
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                var entry = new { taskId = tasks[i % tasks.Count], minutes = 30 * (1 + (i % 5)), date = date.ToString("yyyy-MM-dd"), billable = i % 3 > 0 };
                await people[i % people.Count].SendAsync(HttpMethod.Post, path + "/time-entries", entry);
            }
        });
    }

    private static Task<JsonElement> BulkAsync(Api person, Guid[] ids, object changes) =>
        person.SendAsync(HttpMethod.Post, "/api/tasks/bulk", new { ids, changes, atomic = true });

    private static Guid IdOf(JsonElement answer) => answer.GetProperty("id").GetGuid();

    private string In(int days) => _today.AddDays(days).ToString("yyyy-MM-dd");
}
