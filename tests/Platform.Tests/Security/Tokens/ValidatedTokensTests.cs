using Waymark.Platform.Security.Tokens;

namespace Waymark.Platform.Tests.Security.Tokens;

public sealed class ValidatedTokensTests
{
    private readonly TokenWorld _world = new();

    [Fact]
    public void A_token_says_what_its_grant_said()
    {
        var grant = _world.Grant() with { Roles = ["administrator"], Scopes = ["tasks:read", "tasks:write"], TenantId = Guid.Empty };
        var issued = _world.Issuer.Issue(grant, _world.Key);

        Assert.True(_world.Tokens.TryValidate(issued.Text, out var token, out _));
        Assert.Equal(grant.UserId, token.UserId);
        Assert.Equal(grant.SessionId, token.SessionId);
        Assert.Equal(grant.TenantId, token.TenantId);
        Assert.Equal(issued.Id, token.Jti);
        Assert.Equal("web", token.ClientId);
        Assert.Equal(["administrator"], token.Roles);
        Assert.Equal(["tasks:read", "tasks:write"], token.Scopes);
        Assert.Equal(["pwd"], token.Methods);
        Assert.Equal(1, token.SecurityVersion);
        Assert.Equal(TokenWorld.Start, token.AuthenticatedAt);
        Assert.Equal(TokenWorld.Start, token.IssuedAt);
        Assert.Equal(TokenWorld.Start.AddMinutes(15), token.ExpiresAt);
        Assert.Equal(issued.ExpiresAt, token.ExpiresAt);
    }

    [Fact]
    public void A_token_seen_before_is_not_verified_again()
    {
        var token = _world.Issue();
        Assert.True(_world.Tokens.TryValidate(token, out _, out _));
        Assert.True(_world.Tokens.TryValidate(token, out _, out _));
        Assert.Equal(1, _world.LookUps);
    }

    [Fact]
    public void A_forged_copy_of_a_known_token_is_refused()
    {
        var token = _world.Issue();
        Assert.True(_world.Tokens.TryValidate(token, out _, out _));

        var forged = token[..^10] + (token[^10] == 'A' ? 'B' : 'A') + token[^9..];
        Assert.False(_world.Tokens.TryValidate(forged, out var nothing, out var fault));
        Assert.Null(nothing);
        Assert.Equal(TokenFault.Signature, fault);
    }

    [Fact]
    public void A_known_token_ends_when_it_expires()
    {
        var token = _world.Issue();
        _world.Time.Advance(TimeSpan.FromSeconds(900 + 29));
        Assert.True(_world.Tokens.TryValidate(token, out _, out _));
        _world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_world.Tokens.TryValidate(token, out _, out var fault));
        Assert.Equal(TokenFault.Expired, fault);
    }

    [Fact]
    public void A_known_token_ends_with_its_session_its_own_id_or_its_accounts_version()
    {
        var (bySession, byId, byVersion, untouched) = (_world.Issue(1), _world.Issue(2), _world.Issue(3), _world.Issue(4));
        Assert.All([bySession, byId, byVersion, untouched], t => Assert.True(_world.Tokens.TryValidate(t, out _, out _)));

        _world.Revoked.RevokeSession(_world.Grant(1).SessionId);
        _world.Tokens.TryValidate(byId, out var seen, out _);
        _world.Revoked.RevokeToken(seen!.Jti);
        _world.Revoked.RequireVersion(_world.Grant(3).UserId, 2);

        Assert.All([bySession, byId, byVersion], t =>
        {
            Assert.False(_world.Tokens.TryValidate(t, out var nothing, out var fault));
            Assert.Null(nothing);
            Assert.Equal(TokenFault.Revoked, fault);
        });
        Assert.True(_world.Tokens.TryValidate(untouched, out _, out _));
    }

    [Fact]
    public void Revocation_outlives_every_token_it_is_about()
    {
        var token = _world.Issue();
        _world.Revoked.RevokeSession(_world.Grant().SessionId);
        for (var minute = 0; minute < 16; minute++)
        {
            _world.Revoked.RevokeSession(new Guid(minute, 9, 9, new byte[8]));
            Assert.False(_world.Tokens.TryValidate(token, out _, out _));
            _world.Time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void The_memory_is_bounded_and_keeps_what_is_in_use()
    {
        var tokens = new ValidatedTokens(_world.Validator, _world.Revoked, _world.Options, _world.Time) { GenerationSize = 50 };
        var used = _world.Issue(0);
        for (var n = 1; n <= 300; n++)
        {
            tokens.TryValidate(_world.Issue(n), out _, out _);
            tokens.TryValidate(used, out _, out _);
            Assert.InRange(tokens.Count, 1, 100);
        }

        var lookUps = _world.LookUps;
        Assert.True(tokens.TryValidate(used, out _, out _));
        Assert.Equal(lookUps, _world.LookUps);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("é.é.é")]
    [InlineData("..")]
    public void Nonsense_is_refused(string text) => Assert.False(_world.Tokens.TryValidate(text, out _, out _));

    [Fact]
    public void A_token_beyond_8_KiB_is_not_even_hashed()
    {
        Assert.False(_world.Tokens.TryValidate(new string('a', AccessTokenValidator.MaxLength + 1), out _, out var fault));
        Assert.Equal(TokenFault.TooLong, fault);
    }
}
