using Waymark.Identity.SignIn;
using Waymark.Platform.Security;

namespace Waymark.Identity.Sessions;

/// <summary>The refresh token that a request shows: a browser in its cookie, anybody else in the body.</summary>
internal readonly record struct ShownToken(string? Token, bool IsCookie, Problem? Problem)
{
    public static ShownToken Of(HttpRequest request, string? fromBody)
    {
        if (!BrowserCookies.IsBrowser(request))
        {
            return new ShownToken(OpaqueToken.IsOne(OpaqueToken.Refresh, fromBody) ? fromBody : null, IsCookie: false, null);
        }

        return BrowserCookies.RefuseForeign(request) is { } problem
            ? new ShownToken(null, IsCookie: true, problem)
            : new ShownToken(BrowserCookies.ReadRefresh(request), IsCookie: true, null);
    }
}
