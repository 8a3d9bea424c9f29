namespace Waymark.Services.Tests.Host;

public sealed class DocumentFilesTests(WaymarkApi api)
{
    [Theory]
    [InlineData("/openapi/v1.json", "openapi", "3.1.")]
    [InlineData("/asyncapi/v1.json", "asyncapi", "3.0.0")]
    public async Task Anybody_may_read_the_documents_of_the_product(string path, string member, string version)
    {
        using var anyone = api.Anonymous();
        using var answer = await anyone.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(version, (await answer.JsonAsync(System.Net.HttpStatusCode.OK)).Text(member), StringComparison.Ordinal);
    }
}
