namespace Waymark.Platform.Security.Tokens;

/// <summary>Why a token is refused. For the log only: callers get one generic answer for all of them.</summary>
public enum TokenFault
{
    /// <summary>It is valid.</summary>
    None,

    /// <summary>More than 8 KiB.</summary>
    TooLong,

    /// <summary>Not three segments of strict base64url.</summary>
    Form,

    /// <summary>A segment is no strict JSON: bad escapes, duplicate members, deep nesting, not UTF-8.</summary>
    Json,

    /// <summary>The header is no object, names another algorithm or type, or has a member that is refused.</summary>
    Header,

    /// <summary>No key with its id.</summary>
    UnknownKey,

    /// <summary>Not the key's signature.</summary>
    Signature,

    /// <summary>The claims are no object, or one is missing or of the wrong kind.</summary>
    Claims,

    /// <summary>Another issuer.</summary>
    Issuer,

    /// <summary>Meant for somebody else.</summary>
    Audience,

    /// <summary>Expired.</summary>
    Expired,

    /// <summary>Not valid yet, issued in the future, or living longer than agreed.</summary>
    Times,

    /// <summary>Its session, its account's security version or the token itself was revoked.</summary>
    Revoked,
}
