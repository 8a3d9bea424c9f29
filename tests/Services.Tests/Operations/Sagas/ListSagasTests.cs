using System.Net;
using System.Text.Json;

namespace Waymark.Services.Tests.Operations.Sagas;

[Collection(OperatedTests.Name)]
public sealed class ListSagasTests(OperatedProduct product)
{
    private const string Path = "/api/operations/sagas";

    [Fact]
    public async Task One_that_stands_still_is_shown_with_its_reason_and_without_what_it_remembers()
    {
        var id = await product.StickAsync("notes", "Step first waited too long for an answer.");
        var saga = (await AllAsync("isStuck=true")).Single(s => s.Id() == id);
        Assert.Equal(
            ("notes", "test", "running", "first", "Step first waited too long for an answer.", 3),
            (saga.Text("service"), saga.Text("type"), saga.Text("status"), saga.Text("step"), saga.Text("reason"), saga.Number("attempts")));
        Assert.True(saga.GetProperty("isStuck").GetBoolean());
        Assert.DoesNotContain("secret", saga.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_goes_on_by_itself_is_listed_only_among_all()
    {
        var id = await product.StickAsync("notes", isStuck: false);
        Assert.DoesNotContain(id, (await AllAsync("isStuck=true")).Select(s => s.Id()));
        Assert.Contains(id, (await AllAsync("")).Select(s => s.Id()));
    }

    [Fact]
    public async Task Pages_go_over_all_services_the_oldest_first()
    {
        var second = await product.StickAsync("notes", ago: TimeSpan.FromDays(2));
        var first = await product.StickAsync("activitylog", ago: TimeSpan.FromDays(3));
        var third = await product.StickAsync("activitylog", ago: TimeSpan.FromDays(1));
        var all = (await AllAsync("limit=1")).ConvertAll(s => s.Id());
        Assert.Equal([first, second, third], all.Where(id => id == first || id == second || id == third));
        Assert.Equal(all.Distinct(), all);
    }

    [Fact]
    public async Task A_service_whose_database_is_away_is_named() =>
        Assert.Equal(["away"], (await product.Administrator().ReadAsync(Path)).GetProperty("unreachable").EnumerateArray().Select(s => s.GetString()));

    [Fact]
    public async Task A_cursor_of_another_list_is_refused() =>
        await product.Administrator().GetAsync($"{Path}?cursor=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");

    private async Task<List<JsonElement>> AllAsync(string query)
    {
        var (administrator, all, cursor) = (product.Administrator(), new List<JsonElement>(), "");
        do
        {
            var page = await administrator.ReadAsync($"{Path}?{query}{cursor}");
            all.AddRange(page.Items());
            cursor = page.IsNull("nextCursor") ? "" : $"&cursor={Uri.EscapeDataString(page.Text("nextCursor"))}";
        }
        while (cursor.Length > 0);
        return all;
    }
}
