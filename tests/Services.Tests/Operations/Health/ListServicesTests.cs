namespace Waymark.Services.Tests.Operations.Health;

[Collection(OperatedTests.Name)]
public sealed class ListServicesTests(OperatedProduct product)
{
    [Fact]
    public async Task Each_service_is_up_where_a_process_runs_it_and_down_where_its_database_is_away()
    {
        var administrator = product.Administrator();
        var services = await Eventually.GetAsync(
            async () => (await administrator.ReadAsync("/api/operations/services")).Items(), found => found.Count(s => s.Text("status") == "up") == 4);
        Assert.Equal(["identity", "activitylog", "operations", "notes", "away"], services.Select(s => s.Text("name")));
        Assert.Equal([("up", 1, true), ("down", 0, false)], services.Skip(3).Select(s => (s.Text("status"), s.Number("processes"), s.GetProperty("isHere").GetBoolean())));
    }
}
