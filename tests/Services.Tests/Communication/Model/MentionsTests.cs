using Waymark.Communication.Model;

namespace Waymark.Services.Tests.Communication.Model;

public sealed class MentionsTests
{
    private const string A = "0190a0a0-0000-7000-8000-00000000000a";
    private const string B = "0190a0a0-0000-7000-8000-00000000000b";

    [Theory]
    [InlineData("", "")]
    [InlineData("no mention at all, me@example.org", "")]
    [InlineData($"@[Ada](user:{A})", A)]
    [InlineData($"Hi @[Ada](user:{A}), ask @[Bo B.](user:{B})!", $"{A} {B}")]
    [InlineData($"@[Ada](user:{A}) @[Ada again](user:{A})", A)]
    [InlineData($"@[never closed @[Ada](user:{A})", A)]
    [InlineData($"@[a\nb](user:{A}) @[Bo](user:{B})", B)]
    [InlineData($"@[](user:{A})", "")]
    [InlineData($"@[team](team:{A}) @[task](task:{B})", "")]
    [InlineData("@[x](user:nobody) @[x](user:0190a0a0-0000-7000-8000-00000000000)", "")]
    [InlineData($"@[Ada](user:{A}", "")]
    [InlineData($"[Ada](user:{A})", "")]
    [InlineData($"@[Ada]\u200b(user:{A})", "")]
    public void Finds_each_mentioned_person_once(string body, string expected) =>
        Assert.Equal(expected, string.Join(' ', Mentions.In(body)));

    [Fact]
    public void Stops_at_the_limit()
    {
        var body = string.Concat(Enumerable.Range(0, Mentions.Max + 10).Select(_ => $"@[x](user:{Guid.CreateVersion7()}) "));

        Assert.Equal(Mentions.Max, Mentions.In(body).Count);
    }

    [Fact]
    public void Reads_the_longest_body_of_beginnings_quickly() => Assert.Empty(Mentions.In(new string('@', 10_000) + string.Concat(Enumerable.Repeat("@[", 5_000))));
}
