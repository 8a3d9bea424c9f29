namespace Waymark.Testing.Hosting;

/// <summary>
/// The programs that tests start: as they are delivered where <c>./waymark test</c> has published them, because machine code is
/// ready in half the time and the tests start dozens; else as they were built beside the tests.
/// </summary>
public static class StartedProgram
{
    private const string Published = "WAYMARK_PUBLISHED";

    /// <summary>The program of a project.</summary>
    public static string PathOf(string project)
    {
        var file = $"Waymark.{project}.dll";
        if (Environment.GetEnvironmentVariable(Published) is { Length: > 0 } folder)
            return Path.Combine(folder, project, "product", file);
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, file);
    }
}
