namespace Waymark.Platform.Security.Passwords;

/// <summary>What a password was found to be.</summary>
public enum PasswordVerdict
{
    /// <summary>Wrong, or there is no such account: the two cost the same.</summary>
    Wrong,

    /// <summary>Right.</summary>
    Right,

    /// <summary>Right, and to be hashed again because parameters or pepper have changed since.</summary>
    RightButOutdated,

    /// <summary>Too many passwords wait to be hashed: answer 429.</summary>
    TooBusy,
}
