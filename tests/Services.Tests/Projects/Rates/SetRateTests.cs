using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Rates;

public sealed class SetRateTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Billable_time_costs_what_its_person_costs_on_its_day_and_managers_alone_see_it()
    {
        var project = await places.TeamProjectAsync();
        var rates = $"{project}/rates";
        var rate = await places.Manager.PostAsync(rates, new { amount = 9_000, currency = "EUR", validFrom = "2026-01-01" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(["id", "projectId", "userId", "amount", "currency", "validFrom", "validUntil", "createdAt", "version"], rate.Names());
        await places.Manager.PostAsync(rates, new { amount = 10_000, currency = "EUR", validFrom = "2026-03-03" }).JsonAsync(HttpStatusCode.Created);
        await places.Manager.PostAsync(rates, new { userId = places.Contributor.Id, amount = 12_345, currency = "USD", validFrom = "2026-03-05" }).JsonAsync(HttpStatusCode.Created);
        foreach (var (date, billable) in new[] { ("2025-12-31", true), ("2026-03-02", true), ("2026-03-03", true), ("2026-03-04", false), ("2026-03-05", true) })
        {
            await places.Contributor.PostAsync($"{project}/time-entries", new { minutes = 50, date, billable }).JsonAsync(HttpStatusCode.Created);
        }

        var entries = (await places.Manager.ReadAsync($"{project}/time-entries?sort=createdAt")).Items();
        Assert.Equal(["", "7500 EUR", "8333 EUR", "", "10288 USD"], entries.Select(e => e.IsNull("amount") ? "" : $"{e.Number("amount")} {e.Text("currency")}"));
        Assert.All((await places.Contributor.ReadAsync($"{project}/time-entries")).Items(), e => Assert.True(e.IsNull("amount")));
    }

    [Fact]
    public async Task Wrong_rates_and_a_second_one_of_the_same_day_are_refused()
    {
        var rates = $"{await places.TeamProjectAsync()}/rates";
        var good = new { amount = 9_000, currency = "EUR", validFrom = "2026-01-01" };
        await places.Owner.PostAsync(rates, good).JsonAsync(HttpStatusCode.Created);
        await places.Manager.PostAsync(rates, good).ProblemAsync(HttpStatusCode.Conflict, "rate_exists");
        await places.Manager.PostAsync(rates, new { userId = places.Stranger.Id, good.amount, good.currency, good.validFrom }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Manager.PostAsync(rates, new { good.amount, currency = "euro", good.validFrom }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Contributor.PostAsync(rates, good).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }
}
