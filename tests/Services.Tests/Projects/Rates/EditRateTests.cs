using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Rates;

public sealed class EditRateTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_rate_that_has_ended_gives_way_to_that_of_everybody_and_not_to_the_one_before_it()
    {
        var project = await places.TeamProjectAsync();
        var rates = $"{project}/rates";
        var old = await SetAsync(new { userId = places.Contributor.Id, amount = 6_000, currency = "EUR", validFrom = "2026-01-01" });
        var own = await SetAsync(new { userId = places.Contributor.Id, amount = 12_000, currency = "EUR", validFrom = "2026-03-02" });
        foreach (var date in new[] { "2026-03-01", "2026-03-02", "2026-03-03" })
        {
            await places.Contributor.PostAsync($"{project}/time-entries", new { minutes = 60, date, billable = true }).JsonAsync(HttpStatusCode.Created);
        }

        var ended = await places.Manager.PatchAsync($"{rates}/{own.Id()}", new { validUntil = "2026-03-02" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("2026-03-02", 12_000, 2L), (ended.Text("validUntil"), ended.Number("amount"), ended.Version()));
        Assert.Equal([6_000, 12_000, null], await AmountsAsync());
        await SetAsync(new { amount = 9_000, currency = "EUR", validFrom = "2026-01-01" });
        Assert.Equal([6_000, 12_000, 9_000], await AmountsAsync());
        var changed = await places.Manager.PutAsync($"{rates}/{own.Id()}", new { userId = places.Contributor.Id, amount = 13_000, currency = "EUR", validFrom = "2026-03-02" }).JsonAsync(HttpStatusCode.OK);
        Assert.True(changed.IsNull("validUntil"));
        Assert.Equal([6_000, 13_000, 13_000], await AmountsAsync());

        await places.Manager.PatchAsync($"{rates}/{own.Id()}", new { validFrom = "2026-01-01" }).ProblemAsync(HttpStatusCode.Conflict, "rate_exists");
        await places.Manager.PatchAsync($"{rates}/{own.Id()}", new { validUntil = "2026-03-01" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Manager.PatchAsync($"{rates}/{own.Id()}", new { userId = places.Stranger.Id }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Manager.SendAsync(HttpMethod.Patch, $"{rates}/{own.Id()}", new { amount = 1 }, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await places.Contributor.PatchAsync($"{rates}/{old.Id()}", new { amount = 1 }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PatchAsync($"{rates}/{old.Id()}", new { amount = 1 }).ProblemAsync(HttpStatusCode.NotFound, "not_found");

        Task<System.Text.Json.JsonElement> SetAsync(object rate) => places.Manager.PostAsync(rates, rate).JsonAsync(HttpStatusCode.Created);
        async Task<IEnumerable<int?>> AmountsAsync() =>
            (await places.Manager.ReadAsync($"{project}/time-entries?sort=createdAt")).Items().Select(e => e.IsNull("amount") ? (int?)null : e.Number("amount"));
    }
}
