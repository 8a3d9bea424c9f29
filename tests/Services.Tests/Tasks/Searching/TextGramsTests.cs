using Waymark.Tasks.Searching;

namespace Waymark.Services.Tests.Tasks.Searching;

public sealed class TextGramsTests(WaymarkApi api)
{
    /// <summary>The characters that have a small letter in common, each group behind the number of its first.</summary>
    private const string SameLetters =
        """
        select string_agg(codes, ';') from (
            select string_agg(c::text, ',' order by c) as codes
            from generate_series(1, 65535) c where c not between 55296 and 57343
            group by lower(chr(c)) having count(*) > 1) letters
        """;

    [Fact]
    public async Task Characters_that_the_database_takes_for_the_same_are_the_same_in_grams()
    {
        var groups = (await api.QueryAsync<string>("tasks", SameLetters)).Split(';').Select(g => g.Split(',').Select(c => (char)int.Parse(c, null)).ToList()).ToList();
        Assert.Contains(groups, g => g.Contains('Ä') && g.Contains('ä'));
        Assert.All(groups, group => Assert.Single(group.Select(TextGrams.Fold).Distinct()));
    }

    [Theory]
    [InlineData("Größe", "GRÖSSE größe", true)]
    [InlineData("brown fox", "The quick Brown Fox jumps", true)]
    [InlineData("i\u0307stanbul", "\u0130STANBUL", true)]
    [InlineData("漢字ばん", "漢字ばんごう", true)]
    [InlineData("a\U0001F980 lobster", "A\U0001F980 Lobster", true)]
    [InlineData("brown bear", "The quick brown fox jumps", false)]
    public void A_text_that_contains_another_has_its_grams(string part, string text, bool expected) =>
        Assert.Equal(expected, TextGrams.OfPart(part).IsSubsetOf(TextGrams.Of(Guid.CreateVersion7(), 7, "", text)));

    [Theory]
    [InlineData("WEB-12", 1234, true)]
    [InlineData("-1", 1234, true)]
    [InlineData("WEB-34", 1234, false)]
    public void A_part_of_a_key_has_the_grams_of_numbers_that_begin_so(string part, int number, bool expected) =>
        Assert.Equal(expected, TextGrams.OfPartOfKey(part)!.IsSubsetOf(TextGrams.Of(Guid.CreateVersion7(), number, "", "")));

    [Theory]
    [InlineData("WEB")]
    [InlineData("WEB-")]
    [InlineData("12")]
    [InlineData("WEB-1x")]
    public void Other_texts_reach_into_no_number(string part) => Assert.Null(TextGrams.OfPartOfKey(part));

    [Fact]
    public void Two_letters_are_too_few() => Assert.Empty(TextGrams.OfPart("ab"));
}
