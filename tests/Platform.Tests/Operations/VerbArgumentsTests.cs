using Waymark.Platform.Operations;

namespace Waymark.Platform.Tests.Operations;

public sealed class VerbArgumentsTests
{
    [Theory]
    [InlineData("a.tar --data d", "--data d", "a.tar")]
    [InlineData("--force --data d a.tar", "--data d", "--force a.tar")]
    [InlineData("a.tar --data=d --force", "--data=d", "a.tar --force")]
    [InlineData("", "", "")]
    public void Settings_and_words_may_stand_in_any_order(string line, string settings, string words)
    {
        var arguments = VerbArguments.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(settings, string.Join(' ', arguments.Settings));
        Assert.Equal(words, string.Join(' ', arguments.Words));
    }

    [Theory]
    [InlineData("--port 80 --Broker:Url=amqp://a=b --data --d", "port Broker:Url data")]
    [InlineData("--help", "help")]
    public void Settings_have_names_and_values(string line, string names) =>
        Assert.Equal(names, string.Join(' ', VerbArguments.NamesOf(VerbArguments.Of(line.Split(' ')).Settings)));
}
