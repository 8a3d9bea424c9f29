using System.Net;

namespace Waymark.Services.Tests.Operations.DeadLetters;

[Collection(OperatedTests.Name)]
public sealed class ReplayDeadLetterTests(OperatedProduct product)
{
    [Fact]
    public async Task An_event_that_died_on_its_way_out_is_dispatched_again()
    {
        var (administrator, name) = (product.Administrator(), $"outgoing{Guid.CreateVersion7():N}");
        var id = await product.BuryAsync(consumer: null, name, reason: "undeliverable");
        var letter = await administrator.PostAsync(PathOf(id), new { reason = "The broker is back" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("resolved", administrator.Id.ToString()), (letter.Text("state"), letter.Text("resolvedBy")));
        Assert.Equal(1, await Eventually.GetAsync(() => product.NotesAsync(name), notes => notes > 0));
        await administrator.PostAsync(PathOf(id)).ProblemAsync(HttpStatusCode.Conflict, "dead_letter_not_open");
    }

    [Theory]
    [InlineData(MakeNotes.Consumer)]
    [InlineData(null)]
    public async Task What_the_inbox_does_not_remember_any_more_is_replayed_by_force_only(string? consumer)
    {
        var (administrator, name) = (product.Administrator(), $"old{Guid.CreateVersion7():N}");
        var id = await product.BuryAsync(consumer, name, ago: TimeSpan.FromDays(31));
        Assert.True((await administrator.ReadAsync($"/api/operations/dead-letters/{id}")).GetProperty("needsForce").GetBoolean());
        await administrator.PostAsync(PathOf(id)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "replay_too_old");
        await administrator.PostAsync(PathOf(id), new { force = true }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(1, await Eventually.GetAsync(() => product.NotesAsync(name), notes => notes > 0));
    }

    [Fact]
    public async Task One_that_nothing_can_carry_is_refused()
    {
        var administrator = product.Administrator();
        var id = await product.BuryAsync(consumer: null, data: "nonsense");
        await administrator.PostAsync(PathOf(id)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "dead_letter_unreadable");
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_is_answered_alike_and_replays_nothing()
    {
        var (administrator, name) = (product.Administrator(), $"once{Guid.CreateVersion7():N}");
        var id = await product.BuryAsync(MakeNotes.Consumer, name);
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        var first = await administrator.SendAsync(HttpMethod.Post, PathOf(id), new { }, key).JsonAsync(HttpStatusCode.OK);
        using var repeat = await administrator.SendAsync(HttpMethod.Post, PathOf(id), new { }, key);
        Assert.Equal(first.GetRawText(), (await repeat.JsonAsync(HttpStatusCode.OK)).GetRawText());
        Assert.Equal(["true"], repeat.Headers.GetValues("Idempotency-Replayed"));
    }

    [Fact]
    public async Task A_body_is_not_needed()
    {
        var administrator = product.Administrator();
        var id = await product.BuryAsync(MakeNotes.Consumer);
        await administrator.SendAsync(HttpMethod.Post, PathOf(id), null).JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_those_who_run_the_installation_may_replay()
    {
        var id = await product.BuryAsync(MakeNotes.Consumer);
        await product.Someone().PostAsync(PathOf(id)).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private static string PathOf(Guid id) => $"/api/operations/dead-letters/{id}/replay";
}
