using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Waymark.Operations;

namespace Waymark.Services.Tests.Operations;

[Collection(OperatedTests.Name)]
public sealed class CompleteActsTests(OperatedProduct product)
{
    [Fact]
    public async Task An_act_whose_process_died_is_recorded_with_what_it_really_did()
    {
        var (administrator, act) = (product.Administrator(), Guid.CreateVersion7());
        var (done, missed) = (await product.BuryAsync("tests.somebody"), await product.BuryAsync("tests.somebody"));
        await BeginAsync(act, administrator, done, missed);
        await product.RunAsync("notes", $"update msg.dead_letter set state = 3, act_id = '{act}' where id = '{done}'");

        await CompleteAsync();
        await CompleteAsync();
        var recorded = Assert.Single(await OperatedProduct.ActsOfAsync(administrator, 1));
        Assert.Equal(("dead_letter.discarded", administrator.Id), (recorded.Text("type"), recorded.Id("actorId")));
        Assert.Equal(0L, await product.QueryAsync<long>("operations", $"select count(*) from letter_act where id = '{act}'"));
    }

    [Fact]
    public async Task One_that_touched_nothing_leaves_no_record()
    {
        var (administrator, act) = (product.Administrator(), Guid.CreateVersion7());
        await BeginAsync(act, administrator, await product.BuryAsync("tests.somebody"));
        await CompleteAsync();
        Assert.Equal(0L, await product.QueryAsync<long>("operations", $"select count(*) from letter_act where id = '{act}'"));
        Assert.Empty((await administrator.ReadAsync("/api/activity")).Items());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_resumption_whose_process_died_is_recorded_if_it_was_one(bool isDone)
    {
        var (administrator, act, saga) = (product.Administrator(), Guid.CreateVersion7(), await product.StickAsync("notes"));
        await product.RunAsync(
            "operations",
            $"""
             insert into saga_act (id, actor_id, service, saga_id, type, step, stuck_because, begun_at, version)
             values ('{act}', '{administrator.Id}', 'notes', '{saga}', 'test', 'first', 'Nobody answered', now() - interval '1 hour', 0)
             """);
        if (isDone)
            await product.RunAsync("notes", $"update msg.saga set is_stuck = false, act_id = '{act}' where id = '{saga}'");

        await CompleteAsync();
        Assert.Equal(0L, await product.QueryAsync<long>("operations", $"select count(*) from saga_act where id = '{act}'"));
        if (isDone)
            Assert.Equal("saga.resumed", Assert.Single(await OperatedProduct.ActsOfAsync(administrator, 1)).Text("type"));
        else
            Assert.Empty((await administrator.ReadAsync("/api/activity")).Items());
    }

    private Task BeginAsync(Guid act, Person actor, params Guid[] letters) => product.RunAsync(
        "operations",
        $"""
         insert into letter_act (id, kind, actor_id, reason, is_forced, services, letter_ids, begun_at, version)
         values ('{act}', 2, '{actor.Id}', 'Not needed', false, '{Braces(letters.Select(_ => "notes"))}', '{Braces(letters.Select(l => l.ToString()))}', now() - interval '1 hour', 0)
         """);

    private static string Braces(IEnumerable<string> values) => "{" + string.Join(',', values) + "}";

    private async Task CompleteAsync() =>
        await product.Services.GetServices<IHostedService>().OfType<CompleteActs>().Single().CompleteAsync(CancellationToken.None);
}
