using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Waymark.Testing.Documented;

/// <summary>The API document as a promise that every answer is held against.</summary>
public sealed partial class ApiContract
{
    private static readonly string[] OptionalHeaders = ["X-Change-Id", "Idempotency-Replayed"];
    private static readonly string[] CertainHeaders = ["ETag", "Location", "Retry-After", "WWW-Authenticate"];

    private readonly JsonElement _document;
    private readonly SchemaCheck _check;
    private readonly List<(Regex Path, int Parameters, JsonElement Item)> _paths;

    /// <summary>Reads the document's paths.</summary>
    public ApiContract(JsonElement document)
    {
        _document = document;
        _check = new SchemaCheck(document);
        _paths = [.. document.GetProperty("paths").EnumerateObject()
            .Select(path => (Pattern(path.Name), path.Name.Count(c => c == '{'), path.Value))
            .OrderBy(path => path.Item2)];
    }

    /// <summary>The contract that the repository holds.</summary>
    public static ApiContract OfRepository { get; } = new(JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "openapi", "v1.json"))).RootElement);

    /// <summary>Where the answer breaks the promise; null when it keeps it, or when nothing is promised for the request.</summary>
    public async Task<string?> FaultOfAsync(HttpResponseMessage answer)
    {
        var request = answer.RequestMessage!;
        if (Find(request) is not { } operation)
        {
            return null;
        }

        var name = operation.GetProperty("operationId").GetString();
        if (!operation.GetProperty("responses").TryGetProperty(((int)answer.StatusCode).ToString(), out var declared))
        {
            return $"{name} does not document {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}";
        }

        declared = Resolve(declared);
        var fault = FaultOfHeaders(answer, declared) ?? await FaultOfBodyAsync(answer, declared);
        return fault is null ? null : $"{name}, {(int)answer.StatusCode}: {fault}";
    }

    private JsonElement? Find(HttpRequestMessage request)
    {
        var path = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.AbsolutePath : request.RequestUri.OriginalString.Split('?')[0];
        path = path.StartsWith("/api/v1/", StringComparison.Ordinal) ? "/api/" + path["/api/v1/".Length..] : path;
        var item = _paths.Find(p => p.Path.IsMatch(path)).Item;
        return item.ValueKind == JsonValueKind.Object && item.TryGetProperty(request.Method.Method.ToLowerInvariant(), out var operation) ? operation : null;
    }

    private static string? FaultOfHeaders(HttpResponseMessage answer, JsonElement declared)
    {
        var known = declared.TryGetProperty("headers", out var headers) ? headers.EnumerateObject().Select(h => h.Name).ToHashSet(StringComparer.Ordinal) : [];
        return CertainHeaders.Where(name => known.Contains(name) != Has(answer, name)).Select(name => known.Contains(name) ? $"no {name}" : $"{name} is not documented")
            .Concat(OptionalHeaders.Where(name => Has(answer, name) && !known.Contains(name)).Select(name => $"{name} is not documented"))
            .FirstOrDefault();
    }

    private async Task<string?> FaultOfBodyAsync(HttpResponseMessage answer, JsonElement declared)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (!declared.TryGetProperty("content", out var content))
        {
            return text.Length == 0 ? null : $"a body that is not documented: {text}";
        }

        var media = answer.Content.Headers.ContentType?.MediaType ?? "";
        if (!content.TryGetProperty(media, out var described))
        {
            return $"the media type {media} is not documented";
        }

        if (media == "text/csv")
        {
            return null;
        }

        using var body = JsonDocument.Parse(text);
        if (_check.FaultOf(body.RootElement, described.GetProperty("schema")) is { } fault)
        {
            return $"{fault} in {text}";
        }

        return answer.StatusCode >= HttpStatusCode.BadRequest && !described.GetProperty("examples").TryGetProperty(body.RootElement.GetProperty("code").GetString()!, out _)
            ? $"the code of {text} is not documented"
            : null;
    }

    private JsonElement Resolve(JsonElement node) =>
        node.TryGetProperty("$ref", out var reference) ? reference.GetString()![2..].Split('/').Aggregate(_document, (inner, name) => inner.GetProperty(name)) : node;

    private static bool Has(HttpResponseMessage answer, string header) => answer.Headers.Contains(header);

    private static Regex Pattern(string path) =>
        new("^" + Parameter().Replace(Regex.Escape(path), "[^/]+") + "$", RegexOptions.NonBacktracking);

    [GeneratedRegex(@"\\\{[^}]+}")]
    private static partial Regex Parameter();
}

/// <summary>An answer is not as the API document says.</summary>
public sealed class BrokenContractException(string message) : Exception(message);

/// <summary>Fails the request whose answer is not as the document says.</summary>
public sealed class ContractHandler(ApiContract contract, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        return await contract.FaultOfAsync(answer) is { } fault
            ? throw new BrokenContractException($"The API document is not true for {request.Method} {request.RequestUri}: {fault}")
            : answer;
    }
}
