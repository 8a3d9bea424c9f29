namespace Waymark.Services.Tests.Operations.DeadLetters;

[Collection(OperatedTests.Name)]
public sealed class ListDeadLetterGroupsTests(OperatedProduct product)
{
    private const string Path = "/api/operations/dead-letters/groups";

    [Fact]
    public async Task Letters_of_one_cause_are_one_group_with_its_span_and_its_last_letter()
    {
        var (administrator, consumer) = (product.Administrator(), $"tests.c{Guid.CreateVersion7():N}");
        await product.BuryAsync(consumer, cause: "The first cause", ago: TimeSpan.FromHours(3));
        await product.BuryAsync(consumer, cause: "The first cause", ago: TimeSpan.FromHours(2));
        var last = await product.BuryAsync(consumer, cause: "The first cause", ago: TimeSpan.FromHours(1));
        await product.BuryAsync(consumer, cause: "Another cause");

        var groups = (await administrator.ReadAsync($"{Path}?consumer={consumer}")).Items();
        Assert.Equal([3, 1], groups.Select(g => g.Number("count")));
        var group = groups[0];
        Assert.Equal(("notes", last, "The first cause"), (group.Text("service"), group.GetProperty("example").Id(), group.GetProperty("example").Text("errorMessage")));
        Assert.Equal(["waymark.label.updated.v1"], group.GetProperty("types").EnumerateArray().Select(t => t.GetString()));
        var span = group.GetProperty("lastDiedAt").GetDateTimeOffset() - group.GetProperty("firstDiedAt").GetDateTimeOffset();
        Assert.InRange(span.TotalHours, 1.9, 2.1);

        var letters = (await administrator.ReadAsync($"/api/operations/dead-letters?fingerprint={group.Text("fingerprint")}")).Items();
        Assert.Equal(3, letters.Count);
    }

    [Fact]
    public async Task Letters_of_the_outbox_are_grouped_too()
    {
        var administrator = product.Administrator();
        await product.BuryAsync(consumer: null, reason: "oversize", service: "identity");
        await product.BuryAsync(consumer: null, reason: "oversize", service: "identity");

        var group = Assert.Single((await administrator.ReadAsync($"{Path}?reason=oversize&service=identity")).Items());
        Assert.Equal((2, "outgoing"), (group.Number("count"), group.GetProperty("example").Text("direction")));
        Assert.True(group.GetProperty("example").IsNull("consumer"));
        Assert.Equal(2, (await administrator.ReadAsync($"/api/operations/dead-letters?fingerprint={group.Text("fingerprint")}")).Items().Count);
    }

    [Fact]
    public async Task A_filter_that_nothing_fits_answers_no_group()
    {
        var page = await product.Administrator().ReadAsync($"{Path}?consumer=nobody");
        Assert.Empty(page.Items());
        Assert.Equal(["away"], page.GetProperty("unreachable").EnumerateArray().Select(s => s.GetString()));
    }
}
