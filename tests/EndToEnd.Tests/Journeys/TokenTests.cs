namespace Waymark.EndToEnd.Tests.Journeys;

public sealed class TokenTests(RunningProduct product)
{
    [Fact]
    public async Task An_independent_program_verifies_an_access_token_by_the_published_keys()
    {
        var person = await product.Api.RegisterAsync("Ada");
        var input = new { issuer = product.Api.Address.GetLeftPart(UriPartial.Authority), audience = "waymark", token = person.AccessToken };

        var verified = JsonDocument.Parse(await Jose.RunAsync("discovery.mjs", input, TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("at+jwt", verified.GetProperty("header").Text("typ"));
        Assert.Equal(person.Id, verified.GetProperty("claims").Id("sub"));

        var (head, body, signature) = person.AccessToken.Split('.') is [var h, var b, var s] ? (h, b, s) : default;
        var forged = $"{head}.{body}.{(signature[0] == 'A' ? 'B' : 'A')}{signature[1..]}";
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Jose.RunAsync("discovery.mjs", input with { token = forged }, TestContext.Current.CancellationToken));
        Assert.Contains("ERR_JWS_SIGNATURE_VERIFICATION_FAILED", refusal.Message, StringComparison.Ordinal);
    }
}
