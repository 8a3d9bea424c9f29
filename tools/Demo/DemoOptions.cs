namespace Waymark.Demo;

/// <summary>Where the running product is.</summary>
internal static class DemoOptions
{
    /// <summary>The address of <c>--url</c> or <c>--port</c>; null when neither makes sense.</summary>
    public static Uri? AddressOf(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["port"] = "8080" };
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].TrimStart('-').Split('=', 2);
            if (name[0] is not ("port" or "url"))
            {
                return null;
            }

            values[name[0]] = name.Length == 2 ? name[1] : ++i < args.Length ? args[i] : "";
        }

        var text = values.GetValueOrDefault("url") ?? $"http://localhost:{values["port"]}";
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address : null;
    }
}

/// <summary>Something that the person who typed the command can put right.</summary>
internal sealed class DemoException(string sentence) : Exception(sentence);
