using System.Net;

namespace Waymark.Services.Tests.Operations.DeadLetters;

[Collection(OperatedTests.Name)]
public sealed class DiscardDeadLetterTests(OperatedProduct product)
{
    [Fact]
    public async Task It_is_closed_for_good_with_who_and_why_and_the_record_has_it()
    {
        var administrator = product.Administrator();
        var id = await product.BuryAsync("tests.somebody");
        var letter = await administrator.PostAsync(PathOf(id), new { reason = "  The project is gone  " }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("discarded", "The project is gone", administrator.Id.ToString()), (letter.Text("state"), letter.Text("note"), letter.Text("resolvedBy")));
        Assert.False(letter.IsNull("resolvedAt"));
        Assert.Equal("dead_letter.discarded", Assert.Single(await OperatedProduct.ActsOfAsync(administrator, 1)).Text("type"));

        await administrator.PostAsync(PathOf(id), new { reason = "Again" }).ProblemAsync(HttpStatusCode.Conflict, "dead_letter_not_open");
        await administrator.PostAsync($"/api/operations/dead-letters/{id}/replay").ProblemAsync(HttpStatusCode.Conflict, "dead_letter_not_open");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task A_reason_is_needed(string? reason)
    {
        var id = await product.BuryAsync("tests.somebody");
        await product.Administrator().PostAsync(PathOf(id), new { reason }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task One_of_the_outbox_can_be_discarded_too()
    {
        var id = await product.BuryAsync(consumer: null, data: "nonsense");
        var letter = await product.Administrator().PostAsync(PathOf(id), new { reason = "It cannot be read" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("discarded", letter.Text("state"));
    }

    private static string PathOf(Guid id) => $"/api/operations/dead-letters/{id}/discard";
}
