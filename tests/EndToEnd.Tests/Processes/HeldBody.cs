namespace Waymark.EndToEnd.Tests.Processes;

/// <summary>
/// A JSON body that is sent only when the test says so. The server asks for it (<c>100-continue</c>) once the endpoint reads,
/// so until then its request is certainly being worked on.
/// </summary>
internal sealed class HeldBody : HttpContent
{
    private readonly byte[] _json;
    private readonly TaskCompletionSource _awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldBody(object body)
    {
        _json = JsonSerializer.SerializeToUtf8Bytes(body);
        Headers.ContentType = new("application/json");
    }

    /// <summary>Ends when the server waits for the body.</summary>
    public Task IsAwaited => _awaited.Task;

    /// <summary>A client of the person that waits for the server to ask for a body.</summary>
    public static HttpClient Client(Person person)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(5) };
        var client = new HttpClient(handler) { BaseAddress = person.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = person.Client.DefaultRequestHeaders.Authorization;
        client.DefaultRequestHeaders.ExpectContinue = true;
        return client;
    }

    public void Release() => _released.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _awaited.TrySetResult();
        await _released.Task;
        await stream.WriteAsync(_json);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
