using static System.Net.HttpStatusCode;

namespace Waymark.EndToEnd.Tests.WrongInput;

/// <summary>Writes of a resource that carry the wrong <c>If-Match</c>.</summary>
internal static class WrongVersions
{
    public static async Task<IReadOnlyList<WrongRequest>> OfAsync(IReadOnlyList<ApiOperation> operations, Tenant tenant)
    {
        List<WrongRequest> requests = [];
        foreach (var read in operations.Where(o => o.Method == HttpMethod.Get))
        {
            var path = ApiPath.Fill(read.Path, tenant);
            using var answer = await tenant.Owner.Client.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.Headers.ETag is not { } tag)
                continue;
            var resource = await answer.Content.ReadFromJsonAsync<JsonElement>();
            foreach (var write in operations.Where(o => o.Path == read.Path && (o.Method == HttpMethod.Put || o.Method == HttpMethod.Patch || o.Method == HttpMethod.Delete)))
                requests.AddRange(Of(write, path, tag.Tag, resource));
        }

        Assert.NotEmpty(requests);
        return requests;
    }

    private static IEnumerable<WrongRequest> Of(ApiOperation write, string path, string tag, JsonElement resource)
    {
        // What was read is a valid body of a write; a patch of nothing would be one, too.
        var members = write.Body.Where(f => resource.TryGetProperty(f.Name, out _)).Select(f => $"\"{f.Name}\":{resource.GetProperty(f.Name).GetRawText()}");
        var body = write.MediaType is null ? null : WrongRequest.Bytes($"{{{string.Join(',', members)}}}");
        foreach (var (fault, value) in new[]
        {
            ("stale", "\"999999\""), ("weak", "W/" + tag), ("unquoted", tag.Trim('"')), ("nonsense", "nonsense"), ("empty", "\"\""),
        })
        {
            yield return new WrongRequest(write, $"If-Match {fault}", path, PreconditionFailed) { Body = body, MediaType = write.MediaType, Headers = [("If-Match", value)] };
        }
    }
}
