namespace Waymark.Browser.Tests.Browsing;

/// <summary>The browser of this machine.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public static string FindProgram()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Append("/usr/bin");
        var programs = from folder in folders from name in Names select Path.Combine(folder, name);
        return programs.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("There is no Chromium on this machine (Debian: apt-get install chromium).");
    }
}
