using System.Net;

namespace Waymark.Services.Tests.Operations.DeadLetters;

[Collection(OperatedTests.Name)]
public sealed class GetDeadLetterTests(OperatedProduct product)
{
    [Fact]
    public async Task It_is_shown_with_its_envelope_and_a_masked_payload_and_nothing_is_recorded()
    {
        var administrator = product.Administrator();
        var id = await product.BuryAsync("tests.somebody", name: "A secret name");

        var letter = await administrator.ReadAsync($"/api/operations/dead-letters/{id}");
        var e = letter.GetProperty("event");
        Assert.Equal((letter.Id("messageId"), "a-correlation", "/waymark/notes"), (e.Id(), e.Text("correlationId"), e.Text("source")));
        Assert.True(letter.GetProperty("isMasked").GetBoolean());
        var payload = letter.GetProperty("payload");
        Assert.Equal(("•••", "•••"), (payload.Text("name"), payload.Text("color")));
        // What finds the thing stays readable.
        Assert.Equal(letter.Text("partitionKey"), "label:" + payload.Id("labelId"));
        Assert.Empty((await administrator.ReadAsync("/api/activity")).Items());
    }

    [Fact]
    public async Task The_whole_payload_is_shown_when_asked_for_and_the_record_says_to_whom()
    {
        var administrator = product.Administrator();
        var id = await product.BuryAsync("tests.somebody", name: "A secret name");

        using var answer = await administrator.GetAsync($"/api/operations/dead-letters/{id}?payload=true");
        var letter = await answer.JsonAsync(HttpStatusCode.OK);
        Assert.False(letter.GetProperty("isMasked").GetBoolean());
        Assert.Equal("A secret name", letter.GetProperty("payload").Text("name"));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());

        var act = Assert.Single(await OperatedProduct.ActsOfAsync(administrator, 1));
        Assert.Equal(("dead_letter.inspected", administrator.Id), (act.Text("type"), act.Id("actorId")));
        Assert.Equal(0L, await product.QueryAsync<long>("operations", $"select count(*) from letter_act where actor_id = '{administrator.Id}'"));
    }

    [Fact]
    public async Task A_payload_that_is_no_JSON_is_shown_as_text_to_whoever_asks_for_it()
    {
        var administrator = product.Administrator();
        var id = await product.BuryAsync("tests.somebody", data: "nonsense", reason: "malformed");
        var masked = await administrator.ReadAsync($"/api/operations/dead-letters/{id}");
        Assert.True(masked.IsNull("payload") && masked.IsNull("event"));
        Assert.Contains("nonsense", (await administrator.ReadAsync($"/api/operations/dead-letters/{id}?payload=true")).Text("payload"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_nowhere_cannot_be_denied_while_a_database_is_away()
    {
        // In this product one service is always away; where all answer it is 404, as the access matrix shows.
        var administrator = product.Administrator();
        await administrator.GetAsync($"/api/operations/dead-letters/{Guid.CreateVersion7()}").ProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        await administrator.GetAsync("/api/operations/dead-letters/nonsense").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
