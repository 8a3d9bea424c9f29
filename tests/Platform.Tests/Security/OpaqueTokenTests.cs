using Waymark.Platform.Security;

namespace Waymark.Platform.Tests.Security;

public sealed class OpaqueTokenTests
{
    [Fact]
    public void Tokens_name_their_kind_and_never_repeat()
    {
        var tokens = Enumerable.Range(0, 1_000).Select(_ => OpaqueToken.Create(OpaqueToken.Refresh)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(1_000, tokens.Count);
        Assert.All(tokens, t => Assert.True(OpaqueToken.IsOne(OpaqueToken.Refresh, t)));
        Assert.All(tokens, t => Assert.False(OpaqueToken.IsOne(OpaqueToken.Invitation, t)));
        Assert.Equal(32, OpaqueToken.HashOf(tokens.First()).Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wmr_")]
    [InlineData("wmr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("wmr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("WMR_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_has_another_form_is_none(string? text) => Assert.False(OpaqueToken.IsOne(OpaqueToken.Refresh, text));
}
