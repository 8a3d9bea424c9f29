using Waymark.Tasks.Model;

namespace Waymark.Services.Tests.Tasks.Model;

public sealed class TitleTrigramsTests
{
    /// <summary>What <c>similarity()</c> of pg_trgm answers; the first is the example of its documentation.</summary>
    [Theory]
    [InlineData("word", "two words", 0.363636)]
    [InlineData("cat", "cat", 1)]
    [InlineData("Fix the login page", "the LOGIN page: fix!", 1)]
    [InlineData("Fix login page", "Fix logout page", 0.631579)]
    [InlineData("cat", "dog", 0)]
    [InlineData("", "cat", 0)]
    [InlineData("?!", "--", 0)]
    [InlineData("Größe ändern", "GRÖSSE ÄNDERN", 0.588235)]
    public void Titles_are_as_alike_as_pg_trgm_finds_them(string first, string second, double expected)
    {
        var (one, other) = (new TitleTrigrams(first), new TitleTrigrams(second));
        Assert.Equal(expected, one.SimilarityTo(other), 0.000001);
        Assert.Equal(expected, other.SimilarityTo(one), 0.000001);
    }
}
