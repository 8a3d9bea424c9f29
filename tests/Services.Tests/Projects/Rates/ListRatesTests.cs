using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Rates;

public sealed class ListRatesTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Rates_are_listed_the_latest_first_and_page_by_page()
    {
        var rates = $"{await places.TeamProjectAsync()}/rates";
        foreach (var amount in new[] { 1, 2, 3 })
        {
            await places.Owner.PostAsync(rates, new { amount, currency = "EUR", validFrom = $"2026-01-0{amount}" }).JsonAsync(HttpStatusCode.Created);
        }

        var first = await places.Manager.ReadAsync($"{rates}?limit=2");
        Assert.Equal([3, 2], first.Items().Select(r => r.Number("amount")));
        var last = Assert.Single((await places.Manager.ReadAsync($"{rates}?limit=2&cursor={first.Text("nextCursor")}")).Items());
        Assert.Equal(last.GetRawText(), (await places.Manager.ReadAsync($"{rates}/{last.Id()}")).GetRawText());
        await places.Contributor.GetAsync(rates).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.GetAsync(rates).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
