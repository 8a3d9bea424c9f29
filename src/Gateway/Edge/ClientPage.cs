namespace Waymark.Gateway.Edge;

/// <summary>The client's one page, read again when it was built anew: it names the hashed files that go with it.</summary>
internal sealed class ClientPage(string path)
{
    private const string NonceSlot = "<meta name=\"csp-nonce\" content=\"";
    private const string End = "</html>";

    private volatile Reading _last = Read(path) ?? throw new InvalidDataException($"{path} is not a whole page.");

    /// <summary>The page with the nonce that its styles need.</summary>
    public string With(string nonce)
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (written != _last.Written && Read(path) is { } next)
        {
            _last = next;
        }

        return _last.Parts is [var before, var after] ? before + NonceSlot + nonce + after : _last.Parts[0];
    }

    /// <summary>Null while the page is being written: until it is whole again the last one serves.</summary>
    private static Reading? Read(string path)
    {
        var written = File.GetLastWriteTimeUtc(path);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }

        return text.TrimEnd().EndsWith(End, StringComparison.Ordinal) ? new Reading(written, text.Split(NonceSlot, 2)) : null;
    }

    private sealed record Reading(DateTime Written, string[] Parts);
}
