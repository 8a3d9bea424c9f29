using System.Net;

namespace Waymark.Services.Tests.Operations.Sagas;

[Collection(OperatedTests.Name)]
public sealed class ResumeSagaTests(OperatedProduct product)
{
    [Fact]
    public async Task One_that_stands_still_is_due_again_and_that_is_recorded()
    {
        var (administrator, id) = (product.Administrator(), await product.StickAsync("notes"));
        var saga = await administrator.PostAsync(PathOf(id), new { reason = "The answer was lost" }).JsonAsync(HttpStatusCode.OK);
        Assert.False(saga.GetProperty("isStuck").GetBoolean());
        Assert.False(saga.IsNull("dueAt"));
        Assert.True(saga.IsNull("reason"));
        Assert.Equal(0, saga.Number("attempts"));

        var recorded = Assert.Single(await OperatedProduct.ActsOfAsync(administrator, 1));
        Assert.Equal(("saga.resumed", administrator.Id), (recorded.Text("type"), recorded.Id("actorId")));
        Assert.Equal(0L, await product.QueryAsync<long>("operations", $"select count(*) from saga_act where saga_id = '{id}'"));
    }

    [Fact]
    public async Task One_that_goes_on_by_itself_is_refused()
    {
        var (administrator, id) = (product.Administrator(), await product.StickAsync("notes", isStuck: false));
        await administrator.PostAsync(PathOf(id)).ProblemAsync(HttpStatusCode.Conflict, "saga_not_stuck");
        Assert.Empty((await administrator.ReadAsync("/api/activity")).Items());
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_lets_it_go_on()
    {
        var (administrator, id) = (product.Administrator(), await product.StickAsync("notes"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => administrator.PostAsync(PathOf(id))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await OperatedProduct.ActsOfAsync(administrator, 1));
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_is_answered_alike()
    {
        var (administrator, id) = (product.Administrator(), await product.StickAsync("notes"));
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        var first = await administrator.SendAsync(HttpMethod.Post, PathOf(id), new { }, key).JsonAsync(HttpStatusCode.OK);
        using var repeat = await administrator.SendAsync(HttpMethod.Post, PathOf(id), new { }, key);
        Assert.Equal(first.GetRawText(), (await repeat.JsonAsync(HttpStatusCode.OK)).GetRawText());
    }

    [Fact]
    public async Task One_that_nobody_finds_while_a_database_is_away_may_still_be_there() =>
        await product.Administrator().PostAsync(PathOf(Guid.CreateVersion7())).ProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");

    [Fact]
    public async Task Only_those_who_run_the_installation_may_resume()
    {
        var id = await product.StickAsync("notes");
        await product.Someone().PostAsync(PathOf(id)).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private static string PathOf(Guid id) => $"/api/operations/sagas/{id}/resume";
}
