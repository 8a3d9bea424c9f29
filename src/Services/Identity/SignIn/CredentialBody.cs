using Microsoft.AspNetCore.Http.Metadata;

namespace Waymark.Identity.SignIn;

/// <summary>
/// Marks endpoints whose bodies or answers carry credentials: a limit of more than the longest password with every character
/// escaped, and no answer is kept for a repeat.
/// </summary>
internal sealed class CredentialBody : IRequestSizeLimitMetadata, IUnrepeatable
{
    public static readonly CredentialBody Limit = new();

    public long? MaxRequestBodySize => 8 * 1024;
}
