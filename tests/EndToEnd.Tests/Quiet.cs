namespace Waymark.EndToEnd.Tests;

/// <summary>A product in which nothing is on its way any more.</summary>
internal static class Quiet
{
    /// <summary>Waits until every event has arrived and was applied; what has failed is tried again soon, and then it counts as applied.</summary>
    /// <returns>What the services say of their queues.</returns>
    public static async Task<IReadOnlyList<JsonElement>> UntilAsync(RunningProduct product)
    {
        var administrator = await product.Api.LogInAsync(product.Administrator);
        var queues = await Eventually.GetAsync(
            () => administrator.Client.ReadAsync("/api/operations/queues"),
            page => page.Items().All(s => Count(s.GetProperty("outbox")) == 0 && s.GetProperty("consumers").EnumerateArray().All(c => Count(c) == 0)));
        return queues.Items();
    }

    private static int Count(JsonElement waiting) => waiting.GetProperty("count").GetInt32();
}
