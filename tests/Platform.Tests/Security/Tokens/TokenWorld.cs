using Waymark.Platform.Security.Tokens;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Security.Tokens;

/// <summary>An issuer, its keys and a validator, on a clock that the test moves.</summary>
internal sealed class TokenWorld : ISigningKeys
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, SigningKey> _keys = [];

    public TokenWorld()
    {
        Key = SigningKey.Create();
        Trust(Key.Id, Key);
        Issuer = new AccessTokenIssuer(Options, Time);
        Validator = new AccessTokenValidator(Options, this, Time);
        Revoked = new RevokedTokens(Options, Time);
        Tokens = new ValidatedTokens(Validator, Revoked, Options, Time);
    }

    public AccessTokenOptions Options { get; } = new() { Issuer = "http://localhost:8080" };

    public ManualTime Time { get; } = new(Start);

    public SigningKey Key { get; }

    public AccessTokenIssuer Issuer { get; }

    public AccessTokenValidator Validator { get; }

    public RevokedTokens Revoked { get; }

    public ValidatedTokens Tokens { get; }

    public int LookUps { get; private set; }

    public void Trust(string id, SigningKey key) => _keys[id] = key;

    public SigningKey? Find(string id)
    {
        LookUps++;
        return _keys.GetValueOrDefault(id);
    }

    public AccessTokenGrant Grant(int n = 1) => new(
        new Guid(n, 1, 0, new byte[8]), new Guid(n, 2, 0, new byte[8]), "web", Time.GetUtcNow(), ["pwd"], SecurityVersion: 1)
    { Roles = ["user"] };

    public string Issue(int n = 1) => Issuer.Issue(Grant(n), Key).Text;
}
