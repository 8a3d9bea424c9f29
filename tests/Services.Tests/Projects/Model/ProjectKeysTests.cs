using Waymark.Projects.Model;

namespace Waymark.Services.Tests.Projects.Model;

public sealed class ProjectKeysTests
{
    [Theory]
    [InlineData("Website Relaunch", "WR")]
    [InlineData("Website", "WEB")]
    [InlineData("Q3", "Q3")]
    [InlineData("Home", "HOME")]
    [InlineData("one two three four five six", "OTTFF")]
    [InlineData("x", "PRJ")]
    [InlineData("Überraschung", "BER")]
    [InlineData("日本", "PRJ")]
    public void A_key_is_made_of_initials_or_a_beginning(string name, string key) => Assert.Equal(key, ProjectKeys.Of(name));

    [Fact]
    public void The_first_free_number_follows_and_never_makes_a_key_too_long()
    {
        Assert.Equal("WR", ProjectKeys.FirstFree("WR", []));
        Assert.Equal("WR3", ProjectKeys.FirstFree("WR", ["WR", "WR2"]));
        Assert.Equal("ABCDEFGHI2", ProjectKeys.FirstFree("ABCDEFGHIJ", ["ABCDEFGHIJ"]));
    }
}
