using System.Net;

namespace Waymark.Services.Tests.Operations.DeadLetters;

[Collection(OperatedTests.Name)]
public sealed class DiscardDeadLettersTests(OperatedProduct product)
{
    private const string Path = "/api/operations/dead-letters/discard";

    [Fact]
    public async Task All_that_fit_are_closed_however_old_they_are_and_the_others_stay()
    {
        var (administrator, consumer) = (product.Administrator(), $"tests.c{Guid.CreateVersion7():N}");
        await product.BuryAsync(consumer);
        await product.BuryAsync(consumer, ago: TimeSpan.FromDays(90), service: "activitylog");
        var other = await product.BuryAsync(consumer, reason: "malformed");

        var answer = await administrator.PostAsync(Path, new { filter = new { consumer = new[] { consumer }, reason = new[] { "not_retryable" } }, reason = "Not needed" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((2, false), (answer.Number("discarded"), answer.GetProperty("hasMore").GetBoolean()));
        Assert.Equal(other, Assert.Single((await administrator.ReadAsync($"/api/operations/dead-letters?consumer={consumer}")).Items()).Id());
        Assert.Equal("dead_letter.discarded", Assert.Single(await OperatedProduct.ActsOfAsync(administrator, 1)).Text("type"));
    }

    [Fact]
    public async Task A_reason_and_letters_are_needed()
    {
        var administrator = product.Administrator();
        await administrator.PostAsync(Path, new { ids = new[] { Guid.CreateVersion7() } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await administrator.PostAsync(Path, new { reason = "Not needed" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }
}
