using Waymark.Tasks.Model;

namespace Waymark.Services.Tests.Tasks.Model;

/// <summary>Whatever is moved where: one order, no two alike. The seed of a failing run stands in the name of the test.</summary>
public sealed class RankTests
{
    private const int TaskCount = 50;
    private const int Moves = 10_000;

    public static TheoryData<int> Seeds => [1, Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public void Ten_thousand_moves_keep_one_order_without_doubles(int seed)
    {
        var random = new Random(seed);
        var order = Enumerable.Range(1, TaskCount).Select(i => Rank.Whole(i)).ToList();
        var (first, last) = (1L, (long)TaskCount);
        for (var i = 0; i < Moves; i++)
        {
            order.RemoveAt(random.Next(order.Count));
            var place = random.Next(order.Count + 1);
            order.Insert(place, place == 0 ? Rank.Whole(--first) : place == order.Count ? Rank.Whole(++last) : Rank.Between(order[place - 1], order[place]));
            Assert.True(place == 0 || string.CompareOrdinal(order[place - 1], order[place]) < 0, $"seed {seed}, move {i}");
            Assert.True(place == order.Count - 1 || string.CompareOrdinal(order[place], order[place + 1]) < 0, $"seed {seed}, move {i}");
        }

        Assert.Equal(order.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), order);
    }

    [Fact]
    public void The_same_gap_can_be_halved_again_and_again()
    {
        var (low, high) = (Rank.Whole(1), Rank.Whole(2));
        for (var i = 0; i < 500; i++)
        {
            var between = Rank.Between(low, high);
            Assert.True(string.CompareOrdinal(low, between) < 0 && string.CompareOrdinal(between, high) < 0);
            (low, high) = i % 2 == 0 ? (between, high) : (low, between);
        }

        Assert.Throws<ArgumentException>(() => Rank.Between(high, low));
    }
}
