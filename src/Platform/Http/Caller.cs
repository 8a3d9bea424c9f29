using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Waymark.Platform.Http;

/// <summary>Who calls: a person with a valid access token. Endpoints take it as an argument.</summary>
/// <param name="Id">The person.</param>
/// <param name="SessionId">The session that the token belongs to.</param>
/// <param name="IsAdministrator">Whether the person administers the platform; gives no right to others' content.</param>
public sealed record Caller(Guid Id, Guid SessionId, bool IsAdministrator)
{
    /// <summary>Binds the argument; the permission check has run before, so it is there on every endpoint that is not public.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext http, ParameterInfo parameter) => ValueTask.FromResult(http.Features.Get<Caller>());
}
