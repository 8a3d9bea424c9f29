using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Rates;

public sealed class DeleteRateTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_deleted_rate_is_gone()
    {
        var rates = $"{await places.TeamProjectAsync()}/rates";
        var rate = $"{rates}/{(await places.Owner.PostAsync(rates, new { amount = 1, currency = "EUR", validFrom = "2026-01-01" }).JsonAsync(HttpStatusCode.Created)).Id()}";
        await places.Contributor.DeleteAsync(rate).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.NoContent, (await places.Manager.DeleteAsync(rate)).StatusCode);
        await places.Manager.DeleteAsync(rate).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
