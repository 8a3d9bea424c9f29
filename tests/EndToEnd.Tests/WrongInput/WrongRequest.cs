using System.Text;

namespace Waymark.EndToEnd.Tests.WrongInput;

/// <summary>A request with one thing wrong, and the statuses that may answer it.</summary>
internal sealed record WrongRequest(ApiOperation Operation, string Fault, string Path, params HttpStatusCode[] Expected)
{
    /// <summary>The body's bytes; null for none.</summary>
    public byte[]? Body { get; init; }

    public string? MediaType { get; init; }

    public HttpMethod? Method { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The credentials when they are the fault.</summary>
    public string? Authorization { get; init; }

    public override string ToString() => $"{Operation.Id}, {Fault}";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(Method ?? Operation.Method, new Uri(Path, UriKind.Relative));
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (MediaType is not null)
                message.Content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
            // A body that is too long is refused before it is sent.
            message.Headers.ExpectContinue = Body.Length > 1024 * 1024;
        }

        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (Authorization is not null)
            message.Headers.TryAddWithoutValidation("Authorization", Authorization);
        return message;
    }
}
