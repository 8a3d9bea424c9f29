using System.Net;

namespace Waymark.Services.Tests.Operations.DeadLetters;

[Collection(OperatedTests.Name)]
public sealed class ReplayDeadLettersTests(OperatedProduct product)
{
    private const string Path = "/api/operations/dead-letters/replay";

    [Fact]
    public async Task All_that_fit_a_filter_are_replayed_in_both_directions_and_recorded_as_one_act()
    {
        var (administrator, name) = (product.Administrator(), $"fit{Guid.CreateVersion7():N}");
        var cause = $"cause {Guid.CreateVersion7():N}";
        await product.BuryAsync(MakeNotes.Consumer, name, cause: cause);
        var id = await product.BuryAsync(MakeNotes.Consumer, name, cause: cause);
        var outgoing = await product.BuryAsync(consumer: null, name);
        var fingerprint = (await administrator.ReadAsync($"/api/operations/dead-letters/{id}")).Text("fingerprint");

        var answer = await administrator.PostAsync(Path, new { filter = new { fingerprint = new[] { fingerprint } } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((2, 0, false), (answer.Number("replayed"), answer.Number("tooOld"), answer.GetProperty("hasMore").GetBoolean()));
        Assert.Equal(1, (await administrator.PostAsync(Path, new { ids = new[] { id, outgoing } }).JsonAsync(HttpStatusCode.OK)).Number("replayed"));
        Assert.Equal(3, await Eventually.GetAsync(() => product.NotesAsync(name), notes => notes == 3));
        Assert.Equal(["dead_letter.replayed", "dead_letter.replayed"], (await OperatedProduct.ActsOfAsync(administrator, 2)).Select(a => a.Text("type")));
    }

    [Fact]
    public async Task What_needs_force_is_counted_and_left()
    {
        var (administrator, name) = (product.Administrator(), $"left{Guid.CreateVersion7():N}");
        var (old, fresh) = (await product.BuryAsync(MakeNotes.Consumer, name, ago: TimeSpan.FromDays(40)), await product.BuryAsync(MakeNotes.Consumer, name));
        var ids = new[] { old, fresh };
        var answer = await administrator.PostAsync(Path, new { ids }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((1, 1), (answer.Number("replayed"), answer.Number("tooOld")));
        Assert.Equal(1, (await administrator.PostAsync(Path, new { ids, force = true }).JsonAsync(HttpStatusCode.OK)).Number("replayed"));
        await Eventually.GetAsync(() => product.NotesAsync(name), notes => notes == 2);
    }

    [Fact]
    public async Task One_call_takes_a_thousand_and_says_that_there_are_more()
    {
        var (administrator, consumer) = (product.Administrator(), $"tests.c{Guid.CreateVersion7():N}");
        var first = await product.BuryAsync(consumer);
        await product.RunAsync(
            "notes",
            $"""
             insert into msg.dead_letter (id, direction, consumer, message_id, lane, partition_key, key_version, type, source, reason, attempts, envelope, first_seen)
             select gen_random_uuid(), direction, consumer, gen_random_uuid(), lane, partition_key, key_version, type, source, reason, attempts, envelope, first_seen
             from msg.dead_letter cross join generate_series(1, 1004) where id = '{first}'
             """);
        var all = new { filter = new { consumer = new[] { consumer } } };
        var answer = await administrator.PostAsync(Path, all).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((1000, true), (answer.Number("replayed"), answer.GetProperty("hasMore").GetBoolean()));
        answer = await administrator.PostAsync(Path, all).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((5, false), (answer.Number("replayed"), answer.GetProperty("hasMore").GetBoolean()));
        // Nobody is called so: the deliveries would wait for ever.
        await product.RunAsync("notes", $"delete from msg.delivery where consumer = '{consumer}'");
    }

    [Fact]
    public async Task Nothing_to_replay_is_no_act()
    {
        var administrator = product.Administrator();
        var answer = await administrator.PostAsync(Path, new { ids = new[] { Guid.CreateVersion7() } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((0, "away"), (answer.Number("replayed"), answer.GetProperty("unreachable")[0].GetString()));
        Assert.Equal(0L, await product.QueryAsync<long>("operations", $"select count(*) from letter_act where actor_id = '{administrator.Id}'"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("""[" "]""")]
    public async Task A_list_that_says_nothing_does_not_mean_all(string fingerprints)
    {
        var body = System.Text.Json.JsonDocument.Parse($$$"""{"filter": {"fingerprint": {{{fingerprints}}}}}""").RootElement;
        await product.Administrator().PostAsync(Path, body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task Ids_or_a_filter_are_needed_and_not_both()
    {
        var administrator = product.Administrator();
        await administrator.PostAsync(Path, new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await administrator.PostAsync(Path, new { ids = new[] { Guid.CreateVersion7() }, filter = new { } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await administrator.PostAsync(Path, new { filter = new { service = new[] { "nobody" } } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await administrator.PostAsync(Path, new { ids = Enumerable.Range(0, 1001).Select(_ => Guid.CreateVersion7()) }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }
}
