namespace Waymark.Testing;

/// <summary>The repository that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path inside.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Its C# sources below a folder, without generated ones; paths are relative to the root.</summary>
    public static IReadOnlyList<string> Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Holds a generated file against its source. With <c>WAYMARK_WRITE=1</c> the file is written instead; either way a stale
    /// one fails the test once.
    /// </summary>
    public static string? Stale(string path, string expected)
    {
        var file = PathOf(path);
        var actual = File.Exists(file) ? File.ReadAllText(file) : null;
        if (actual == expected)
        {
            return null;
        }

        if (Environment.GetEnvironmentVariable("WAYMARK_WRITE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
        }

        return $"{path} is stale; write it anew with: WAYMARK_WRITE=1 ./waymark test architecture";
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Waymark.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
