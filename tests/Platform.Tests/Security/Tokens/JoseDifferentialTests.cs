using System.Text;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Platform.Tests.Security.Tokens;

public sealed class JoseDifferentialTests
{
    /// <summary>What jose accepts and we refuse, on purpose; everything else must be judged alike.</summary>
    private static readonly Dictionary<string, string> StricterThanJose = new(StringComparer.Ordinal)
    {
        ["header jku"] = "no token of ours names a place of keys",
        ["header jwk"] = "no token of ours brings its key",
        ["header x5u"] = "no token of ours names a place of certificates",
        ["header x5c"] = "no token of ours brings certificates",
        ["header zip"] = "no compression",
        ["header cty"] = "no nesting",
        ["header b64"] = "no unencoded payload, even where b64 is not critical and so ignored",
        ["header b64 critical"] = "no critical extension at all",
        ["header duplicate member"] = "the last of two members wins there; two parsers may differ",
        ["claims duplicate member"] = "the last of two members wins there; two parsers may differ",
        ["header byte order mark"] = "not JSON text of RFC 8259",
        ["claims byte order mark"] = "not JSON text of RFC 8259",
        ["header lone surrogate name"] = "not Unicode text",
        ["claims lone surrogate name"] = "not Unicode text",
        ["header deeper"] = "four levels are enough",
        ["claims deeper"] = "four levels are enough",
        ["header deepest"] = "four levels are enough",
        ["claims deepest"] = "four levels are enough",
        ["header of 1 MiB"] = "8 KiB are enough",
        ["claims of 1 MiB"] = "8 KiB are enough",
        ["claims of 8 KiB"] = "8 KiB are enough",
        ["lifetime edge"] = "lifetime of more than 15 minutes",
        ["exp as a number"] = "times are plain integers up to 2^53",
        ["iat as a number"] = "times are plain integers up to 2^53",
        ["nbf as a number"] = "times are plain integers up to 2^53",
        ["auth_time as a number"] = "times are plain integers up to 2^53",
        ["sv as a number"] = "versions are plain integers up to 2^53",
        ["exp of another kind"] = "lifetime of more than 15 minutes",
        ["nbf of another kind"] = "negative and fractional times",
        ["sub of another kind"] = "subjects are UUIDs",
        ["jti of another kind"] = "token ids are UUIDs",
        ["client_id of another kind"] = "a text that is not empty",
        ["scope of another kind"] = "a text",
        ["sid of another kind"] = "sessions are UUIDs",
        ["tid of another kind"] = "workspaces are UUIDs",
        ["auth_time of another kind"] = "a plain integer",
        ["amr of another kind"] = "a list of texts",
        ["sv of another kind"] = "a plain integer",
        ["roles of another kind"] = "a list of texts",
        ["aud variants"] = "a list of texts only",
        ["last character"] = "one spelling for every value: no spare bits",
        ["segment with a tail"] = "no padding and no blanks",
        ["segment with a head"] = "no blanks",
        ["segment with something inside"] = "no blanks",
        ["segments"] = "no blanks around a token",
        ["two changes"] = "one of the above",
    };

    [Fact]
    public async Task Nothing_that_jose_refuses_is_accepted_and_every_difference_is_on_the_list()
    {
        var world = new TokenWorld();
        var comparison = await JoseComparison.RunAsync(world, [], TestContext.Current.CancellationToken);
        foreach (var (id, key) in JsonWebKeySet.Read(Encoding.UTF8.GetBytes(comparison.KeySet.GetRawText())))
        {
            Assert.Equal(id, key.Id);
            world.Trust(id, key);
        }

        var verdicts = comparison.Cases.Select(c => (Case: c, IsAccepted: world.Validator.Validate(c.Token, out _) == TokenFault.None)).ToList();

        Assert.True(verdicts.Count >= 3_000, $"Only {verdicts.Count} cases.");
        Assert.Equal([], verdicts.Where(v => v.IsAccepted && !v.Case.Accepted).Select(v => $"{v.Case.Name}: {v.Case.Token}"));
        Assert.Equal([], verdicts.Where(v => !v.IsAccepted && v.Case.Accepted).Select(v => v.Case.Name).Distinct().Except(StricterThanJose.Keys));
        Assert.Equal(100, verdicts.Count(v => v.IsAccepted && v.Case.Name == "good"));
        Assert.Equal([], StricterThanJose.Keys.Except(verdicts.Where(v => !v.IsAccepted && v.Case.Accepted).Select(v => v.Case.Name)));
    }

    [Fact]
    public async Task Every_token_of_ours_verifies_in_jose()
    {
        var world = new TokenWorld();
        var tokens = Enumerable.Range(1, 200)
            .Select(n => world.Issuer.Issue(world.Grant(n) with { Roles = n % 2 == 0 ? ["administrator", "user"] : [], Scopes = n % 3 == 0 ? ["tasks:read", "tasks:write"] : [], TenantId = n % 5 == 0 ? Guid.Empty : null }, world.Key).Text)
            .ToList();

        var comparison = await JoseComparison.RunAsync(world, tokens, TestContext.Current.CancellationToken);

        Assert.Equal(200, comparison.Ours.Count(accepted => accepted));
    }
}
