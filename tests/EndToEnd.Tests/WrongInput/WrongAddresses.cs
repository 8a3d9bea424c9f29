using static System.Net.HttpStatusCode;

namespace Waymark.EndToEnd.Tests.WrongInput;

/// <summary>Paths, queries and headers that an operation must refuse.</summary>
internal static class WrongAddresses
{
    private static readonly string[] Instants = ["duebefore", "dueafter", "updatedafter", "after", "asof"];

    public static IEnumerable<WrongRequest> Of(ApiOperation operation, Tenant tenant, Tenant other) =>
        Paths(operation, tenant, other).Concat(Queries(operation, tenant)).Concat(Credentials(operation, tenant));

    private static IEnumerable<WrongRequest> Paths(ApiOperation operation, Tenant tenant, Tenant other)
    {
        var places = ApiPath.Places(operation.Path);
        var body = operation.MediaType is null ? null : WrongRequest.Bytes(ValidBody.Of(operation, tenant).ToString());
        for (var i = 0; i < places.Count; i++)
        {
            yield return With(i, "nobody's id", Guid.CreateVersion7().ToString(), NotFound);
            yield return With(i, "malformed id", "no-such-thing", NotFound);
            yield return With(i, "a number as id", "12345678901234567890", NotFound);
            yield return With(i, "very long id", new string('a', 4_000), NotFound);
            yield return With(i, "id with a lone surrogate", "%ED%A0%80", BadRequest, NotFound);
            if (!ApiPath.EndsInToken(operation.Path))
                yield return With(i, "another tenant's id", other.Places[places[i]], NotFound);
        }

        yield return new WrongRequest(operation, "unknown method", ApiPath.Fill(operation.Path, tenant), MethodNotAllowed) { Method = new HttpMethod("PROPFIND") };

        WrongRequest With(int position, string fault, string value, params HttpStatusCode[] expected) =>
            new(operation, $"{fault} at {places[position]}", ApiPath.Fill(operation.Path, tenant, position, value), expected) { Body = body, MediaType = operation.MediaType };
    }

    private static IEnumerable<WrongRequest> Queries(ApiOperation operation, Tenant tenant)
    {
        var path = ApiPath.Fill(operation.Path, tenant);
        var body = operation.MediaType is null ? null : WrongRequest.Bytes(ValidBody.Of(operation, tenant).ToString());
        foreach (var parameter in operation.Query)
        {
            foreach (var (value, expected) in WrongValues(parameter))
                yield return new WrongRequest(operation, $"{parameter.Name}={value[..Math.Min(30, value.Length)]}", $"{path}?{parameter.Name}={value}", expected) { Body = body, MediaType = operation.MediaType };
        }
    }

    private static IEnumerable<(string Value, HttpStatusCode[] Expected)> WrongValues(ApiField parameter)
    {
        yield return ("a%00b", [BadRequest]);
        // A text that nothing matches is an answer like any other; what matters is that it is no fault.
        yield return ("%ED%A0%80%27%22%3B--", [BadRequest, OK]);
        yield return (new string('x', 6_000), [BadRequest, OK]);
        string[] wrong = parameter.Name.ToLowerInvariant() switch
        {
            "limit" => ["0", "-1", "201", "x", "1.5", "99999999999999"],
            "cursor" => ["x", "AAAA", "WyJuby1zdWNoLXNvcnQiLCJ4IiwiMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAiXQ", "bnVsbA"],
            "sort" => ["no_such_field", "-", "createdAt%20desc"],
            "since" => ["x"],
            var name when Instants.Contains(name, StringComparer.Ordinal) => ["yesterday", "2026-13-45", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"],
            "assigneeid" => ["x"],
            var name when name.EndsWith("id", StringComparison.Ordinal) || name == "ids" => ["x", "00000000"],
            _ => parameter.Kind is "integer" or "boolean" ? ["x"] : [],
        };
        foreach (var value in wrong)
            yield return (value, [BadRequest]);
    }

    private static IEnumerable<WrongRequest> Credentials(ApiOperation operation, Tenant tenant)
    {
        if (operation.IsPublic)
            yield break;
        var path = ApiPath.Fill(operation.Path, tenant);
        foreach (var credentials in new[] { "", "Bearer", "Bearer x.y.z", "Basic YTpi", $"Bearer {tenant.Owner.AccessToken[..^3]}AAA" })
            yield return new WrongRequest(operation, $"credentials «{credentials[..Math.Min(12, credentials.Length)]}»", path, Unauthorized) { Authorization = credentials };
    }
}
