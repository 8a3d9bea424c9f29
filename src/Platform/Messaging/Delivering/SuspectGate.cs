namespace Waymark.Platform.Messaging.Delivering;

/// <summary>
/// One suspect delivery at a time in the whole process, whatever its service: when the process dies, only the one that
/// was let in has a start counted against it, so an innocent never dies with the guilty.
/// </summary>
internal sealed class SuspectGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    public Task EnterAsync(CancellationToken ct) => _gate.WaitAsync(ct);

    public void Leave() => _gate.Release();

    public void Dispose() => _gate.Dispose();
}
