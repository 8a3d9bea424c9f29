using Waymark.Tasks.Searching;

namespace Waymark.Services.Tests.Tasks.Searching;

public sealed class SoughtTitleTests
{
    private static readonly Guid Project = Guid.Parse("0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07");

    [Theory]
    [InlineData("Fix the Broken settings: settings page", "settin", "brok", "page", "fix", "the")]
    [InlineData("100% of a_b\\c", "100")]
    [InlineData("a bc ?!")]
    [InlineData("one1 two2 three3 four4 five5 six6 seven7", "thre", "seve", "four", "five", "one1", "two2")]
    public void Titles_are_looked_through_for_the_beginnings_of_the_longest_words(string title, params string[] beginnings) =>
        Assert.Equal(beginnings.Select(LikePattern.Containing), new SoughtTitle(title).Patterns);

    [Theory]
    [InlineData("a bc", 0)]
    [InlineData("login", 1)]
    [InlineData("login page", 3)]
    [InlineData("broken login page", 4)]
    [InlineData("when broken login page opens slowly", 7)]
    public void The_index_is_asked_for_all_words_and_for_any_two_of_the_longest(string title, int sets)
    {
        var asked = new SoughtTitle(title).GramSets(Project).ToList();
        Assert.Equal(sets, asked.Count);
        Assert.All(asked, set => Assert.Contains(TextGrams.OfProject(Project), set));
        Assert.All(asked.Skip(1), set => Assert.Subset(asked[0].ToHashSet(), set.ToHashSet()));
    }
}
