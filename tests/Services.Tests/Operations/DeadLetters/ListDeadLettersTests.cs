using System.Net;

namespace Waymark.Services.Tests.Operations.DeadLetters;

[Collection(OperatedTests.Name)]
public sealed class ListDeadLettersTests(OperatedProduct product)
{
    private const string Path = "/api/operations/dead-letters";

    [Fact]
    public async Task The_open_ones_of_all_services_are_listed_the_latest_first()
    {
        var (administrator, consumer) = (product.Administrator(), NewConsumer());
        var older = await product.BuryAsync(consumer, ago: TimeSpan.FromHours(2));
        var newer = await product.BuryAsync(consumer, service: "activitylog", ago: TimeSpan.FromHours(1));
        var closed = await product.BuryAsync(consumer);
        await product.RunAsync("notes", $"update msg.dead_letter set state = 3 where id = '{closed}'");

        var page = await administrator.ReadAsync($"{Path}?consumer={consumer}");
        Assert.Equal([(newer, "activitylog"), (older, "notes")], page.Items().Select(l => (l.Id(), l.Text("service"))));
        var letter = page.Items()[1];
        Assert.Equal(("not_retryable", "A cause", "incoming", 3), (letter.Text("reason"), letter.Text("errorMessage"), letter.Text("direction"), letter.Number("attempts")));
        Assert.False(letter.TryGetProperty("payload", out _));
    }

    [Fact]
    public async Task Pages_join_without_a_gap_over_the_services()
    {
        var (administrator, consumer) = (product.Administrator(), NewConsumer());
        var buried = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            buried.Insert(0, await product.BuryAsync(consumer, service: i % 2 == 0 ? "notes" : "activitylog", ago: TimeSpan.FromMinutes(10 - i)));
        }

        var (found, cursor) = (new List<Guid>(), "");
        do
        {
            var page = await administrator.ReadAsync($"{Path}?consumer={consumer}&limit=2{cursor}");
            found.AddRange(page.Items().Select(l => l.Id()));
            cursor = page.IsNull("nextCursor") ? "" : $"&cursor={page.Text("nextCursor")}";
        }
        while (cursor.Length > 0);
        Assert.Equal(buried, found);
    }

    [Fact]
    public async Task Every_filter_narrows_the_list()
    {
        var (administrator, consumer) = (product.Administrator(), NewConsumer());
        var malformed = await product.BuryAsync(consumer, reason: "malformed", cause: "A broken envelope");
        var old = await product.BuryAsync(consumer, ago: TimeSpan.FromDays(3));
        var discarded = await product.BuryAsync(consumer);
        await product.RunAsync("notes", $"update msg.dead_letter set state = 3 where id = '{discarded}'");

        Assert.Equal([malformed, old], await IdsAsync(""));
        Assert.Equal([malformed], await IdsAsync("&reason=malformed"));
        Assert.Equal([malformed, old], await IdsAsync("&reason=malformed,not_retryable"));
        Assert.Equal([malformed], await IdsAsync($"&since={TimeProvider.System.GetUtcNow().AddDays(-1):yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Equal([discarded], await IdsAsync("&state=discarded"));
        Assert.Equal([], await IdsAsync("&service=identity"));
        Assert.Equal([malformed, old], await IdsAsync("&service=identity&service=notes&type=waymark.label.updated.v1"));
        Assert.Equal([], await IdsAsync("&type=waymark.task.created.v1"));
        var fingerprint = (await administrator.ReadAsync($"{Path}/{old}")).Text("fingerprint");
        Assert.Equal([old], await IdsAsync($"&fingerprint={fingerprint}"));

        async Task<IEnumerable<Guid>> IdsAsync(string filter) => (await administrator.ReadAsync($"{Path}?consumer={consumer}{filter}")).Items().Select(l => l.Id());
    }

    [Theory]
    [InlineData("service=nobody", "service")]
    [InlineData("reason=bad-luck", "reason")]
    [InlineData("state=gone", "state")]
    [InlineData("since=yesterday", "since")]
    [InlineData("limit=0", "limit")]
    public async Task A_value_that_is_none_is_named(string query, string field)
    {
        var problem = await product.Administrator().GetAsync($"{Path}?{query}").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Equal([field], problem.GetProperty("errors").Names());
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused() =>
        await product.Administrator().GetAsync($"{Path}?cursor=abc").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");

    [Fact]
    public async Task A_service_whose_database_is_away_is_named_and_hides_no_other()
    {
        var (administrator, consumer) = (product.Administrator(), NewConsumer());
        var id = await product.BuryAsync(consumer);
        var page = await administrator.ReadAsync($"{Path}?consumer={consumer}");
        Assert.Equal(["away"], page.GetProperty("unreachable").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(id, Assert.Single(page.Items()).Id());
    }

    [Fact]
    public async Task Only_those_who_run_the_installation_may_look() =>
        await product.Someone().GetAsync(Path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");

    private static string NewConsumer() => $"tests.c{Guid.CreateVersion7():N}";
}
