using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Waymark.Platform.Http;

/// <summary>
/// Endpoints' delegates that are written at build time answer an optional query value of the wrong form with a bare 400; this
/// says which value it was.
/// </summary>
internal static class QueryFault
{
    /// <summary>The problem of the first value that its parameter cannot be read from; a plain 400 when there is none.</summary>
    public static Problem Of(HttpContext http)
    {
        var parameters = http.GetEndpoint() is RouteEndpoint endpoint ? EndpointInputs.Of(endpoint).Query : [];
        var wrong = parameters.FirstOrDefault(p => http.Request.Query.TryGetValue(p.Name, out var text) && !CanBeRead(text.ToString(), p.Type));
        return wrong is null
            ? Problems.Of(StatusCodes.Status400BadRequest)
            : Problems.Invalid(wrong.Name, "The value has the wrong type or form.");
    }

    private static bool CanBeRead(string text, Type type)
    {
        var one = Nullable.GetUnderlyingType(type) ?? type;
        return text.Length == 0
            || (one == typeof(Guid) ? Guid.TryParse(text, CultureInfo.InvariantCulture, out _)
                : one == typeof(int) ? int.TryParse(text, CultureInfo.InvariantCulture, out _)
                : one == typeof(long) ? long.TryParse(text, CultureInfo.InvariantCulture, out _)
                : one == typeof(bool) ? bool.TryParse(text, out _)
                : one != typeof(DateOnly) || DateOnly.TryParse(text, CultureInfo.InvariantCulture, out _));
    }
}
