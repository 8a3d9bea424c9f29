namespace Waymark.EndToEnd.Tests;

/// <summary>One host with its private PostgreSQL, shared by the tests that do not end it; they stay apart by the people they register.</summary>
public sealed class RunningProduct : IAsyncLifetime
{
    private readonly HostFolder _folder = new();
    private HostProcess? _host;
    private Api? _api;

    internal Api Api => _api!;

    internal HostProcess Host => _host!;

    /// <summary>The first person of the product, who runs the installation.</summary>
    internal Person Administrator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await HostFolder.RemoveLeftoversAsync();
        _host = await HostProcess.StartReadyAsync(_folder);
        _api = new Api(_host.Address);
        Administrator = await _api.RegisterAsync("Root");
    }

    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        await _folder.DisposeAsync();
    }
}
