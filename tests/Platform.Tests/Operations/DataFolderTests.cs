using Microsoft.Extensions.Configuration;
using Waymark.Platform.Operations;
using Waymark.Platform.Security;

namespace Waymark.Platform.Tests.Operations;

public sealed class DataFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("wm").FullName;

    private string Data => Path.Combine(_root, "data");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Two_hosts_cannot_share_a_folder_and_the_second_learns_who_holds_it()
    {
        using (await OpenAsync("1.0.0"))
        {
            var refused = await Assert.ThrowsAsync<StartupException>(() => OpenAsync("1.0.0"));
            Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
            Assert.Equal(Environment.ProcessId, DataFolder.HolderOf(Data));
        }

        Assert.Null(DataFolder.HolderOf(Data));
        (await OpenAsync("1.0.0")).Dispose();
    }

    [Fact]
    public async Task A_folder_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        (await OpenAsync("3.1.0")).Dispose();

        var refused = await Assert.ThrowsAsync<StartupException>(() => OpenAsync("3.0.9"));

        Assert.Contains("3.1.0", refused.Message, StringComparison.Ordinal);
        (await OpenAsync("3.1.0")).Dispose();
    }

    [Fact]
    public async Task A_newer_version_takes_the_folder_over()
    {
        (await OpenAsync("1.0.0")).Dispose();
        (await OpenAsync("1.1.0")).Dispose();

        await Assert.ThrowsAsync<StartupException>(() => OpenAsync("1.0.0"));
    }

    [Fact]
    public async Task A_folder_with_other_files_is_not_touched()
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "mine.txt"), "", TestContext.Current.CancellationToken);
        var before = File.GetUnixFileMode(_root);

        await Assert.ThrowsAsync<StartupException>(() => DataFolder.OpenAsync(_root, CancellationToken.None));

        Assert.Equal(before, File.GetUnixFileMode(_root));
    }

    [Fact]
    public async Task The_master_key_survives_and_each_purpose_has_its_own_key()
    {
        using var folder = await DataFolder.OpenAsync(Data, CancellationToken.None);
        var none = new ConfigurationBuilder().Build();
        var first = MasterKey.Open(none, folder);
        var second = MasterKey.Open(none, folder);

        Assert.Equal(first.Derive("a", 32), second.Derive("a", 32));
        Assert.NotEqual(first.Derive("a", 32), first.Derive("b", 32));
        Assert.Equal(DataFolder.PrivateFile, File.GetUnixFileMode(folder.PathOf(MasterKey.FileName)));
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64 at all, although it is long enough to be a key")]
    public async Task A_master_key_that_is_none_is_refused_without_being_printed(string value)
    {
        using var folder = await DataFolder.OpenAsync(Data, CancellationToken.None);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:MasterKey", value)]).Build();

        var refused = Assert.Throws<StartupException>(() => MasterKey.Open(settings, folder));

        Assert.DoesNotContain(value, refused.Message, StringComparison.Ordinal);
    }

    private Task<DataFolder> OpenAsync(string version) => DataFolder.OpenAsync(Data, new Version(version), CancellationToken.None);
}
