using Microsoft.AspNetCore.Http.Metadata;

namespace Waymark.Identity.SignIn;

/// <summary>The limit of bodies that carry credentials: more than the longest password with every character escaped.</summary>
internal sealed class CredentialBody : IRequestSizeLimitMetadata
{
    public static readonly CredentialBody Limit = new();

    public long? MaxRequestBodySize => 8 * 1024;
}
