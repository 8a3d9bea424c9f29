using Microsoft.Extensions.Configuration;
using Waymark.Host;
using Waymark.Platform.Operations;

namespace Waymark.Services.Tests.Host;

public sealed class ProductSettingsTests
{
    [Theory]
    [InlineData("port", "eighty", "--port is 'eighty'")]
    [InlineData("port", "0", "--port is '0'")]
    [InlineData("port", "65536", "--port is '65536'")]
    [InlineData("host", "myserver", "--host is 'myserver'")]
    public void What_cannot_be_meant_is_a_sentence_at_the_start(string name, string value, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<StartupException>(() => ProductSettings.Of(Configuration((name, value)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "http://localhost:9000")]
    [InlineData("127.0.0.1", "http://localhost:9000")]
    [InlineData("localhost", "http://localhost:9000")]
    [InlineData("0.0.0.0", "http://0.0.0.0:9000")]
    [InlineData("::", "http://[::]:9000")]
    public void It_listens_where_it_was_told(string? host, string address) =>
        Assert.Equal(address, Assert.Single(ProductSettings.Of(Configuration(("host", host), ("port", "9000"))).Urls));

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("0.0.0.0", null, true)]
    [InlineData(null, "http://tasks.example.org", true)]
    [InlineData("0.0.0.0", "https://tasks.example.org", false)]
    public void Whoever_lets_others_in_without_https_is_warned(string? host, string? publicUrl, bool isWarned)
    {
        var configuration = Configuration(("host", host), ("PublicUrl", publicUrl));
        Assert.Equal(isWarned, ProductSettings.Of(configuration).Warning(configuration)?.Contains("without https", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_public_address_that_is_none_is_refused()
    {
        var configuration = Configuration(("PublicUrl", "tasks.example.org"));
        Assert.Throws<StartupException>(() => ProductSettings.Of(configuration).Warning(configuration));
    }

    private static IConfigurationRoot Configuration(params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Where(s => s.Value is not null).Select(s => KeyValuePair.Create(s.Name, s.Value))).Build();
}
