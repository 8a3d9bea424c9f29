using System.Security.Cryptography;
using System.Text;

namespace Waymark.Host;

/// <summary>Where this process listens, what it keeps where, and which services it runs.</summary>
internal sealed record ProductSettings(string Address, int Port, string DataFolder, string? Services, string? DatabaseUrl, string WebFolder)
{
    /// <summary>Reads the settings; the short names of the command line stand beside the long ones.</summary>
    public static ProductSettings Of(IConfiguration configuration) => new(
        configuration["host"] ?? "127.0.0.1",
        int.TryParse(configuration["port"], out var port) ? port : 8080,
        configuration["data"] ?? DefaultDataFolder(),
        configuration["services"],
        configuration["Database:Url"],
        configuration["Web:Folder"] ?? FindWebFolder());

    /// <summary>The addresses that Kestrel binds; the loopback one answers under both of its families.</summary>
    public string[] Urls => Address is "127.0.0.1" or "localhost" or "loopback" ? [$"http://localhost:{Port}"] : [$"http://{Address}:{Port}"];

    /// <summary>Settings that follow from others, where nobody set them.</summary>
    public void FillIn(IConfiguration configuration, string dataFolder)
    {
        configuration["PublicUrl"] ??= $"http://localhost:{Port}";
        configuration["Mail:Folder"] ??= Path.Combine(dataFolder, "mail");
    }

    /// <summary>Under root the folder must be reachable by PostgreSQL's own user, which a clone in a home is not.</summary>
    private static string DefaultDataFolder()
    {
        var clone = FindClone() ?? Directory.GetCurrentDirectory();
        return Environment.IsPrivilegedProcess
            ? "/var/lib/waymark/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clone)))[..12]
            : Path.Combine(clone, "data");
    }

    private static string FindWebFolder()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "web");
        return Directory.Exists(published) ? published : Path.Combine(FindClone() ?? ".", "web", "dist");
    }

    private static string? FindClone()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Waymark.slnx")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
