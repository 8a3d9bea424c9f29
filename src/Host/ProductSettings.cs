using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Waymark.Platform.Operations;
using Waymark.Platform.Security;

namespace Waymark.Host;

/// <summary>Where this process listens, what it keeps where, and which services it runs.</summary>
internal sealed record ProductSettings(string Address, int Port, string DataFolder, string? Services, string? DatabaseUrl, string WebFolder)
{
    private const int DefaultPort = 8080;

    /// <summary>Reads the settings; the short names of the command line stand beside the long ones.</summary>
    /// <exception cref="StartupException">One of them cannot be meant.</exception>
    public static ProductSettings Of(IConfiguration configuration) => new(
        HostOf(HostSetting(configuration)),
        PortOf(configuration["port"]),
        configuration["data"] ?? DefaultDataFolder(),
        configuration["services"],
        configuration["Database:Url"],
        configuration["Web:Folder"] ?? FindWebFolder());

    /// <summary>The addresses that Kestrel binds; the loopback one answers under both of its families.</summary>
    public string[] Urls => Address is "127.0.0.1" or "localhost" ? [$"http://localhost:{Port}"] : [$"http://{(Address.Contains(':', StringComparison.Ordinal) ? $"[{Address}]" : Address)}:{Port}"];

    /// <summary>Settings that follow from others, where nobody set them.</summary>
    public static void FillIn(IConfiguration configuration, string dataFolder) => configuration["Mail:Folder"] ??= Path.Combine(dataFolder, "mail");

    /// <summary>What whoever starts it should know; null when there is nothing.</summary>
    public string? Warning(IConfiguration configuration)
    {
        var text = PublicUrl.Of(configuration);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new StartupException($"PublicUrl is '{text}'; the address that people use is expected, such as https://tasks.example.org.");
        }

        var isPrivate = IsLoopback(Address) && address.IsLoopback;
        return isPrivate || address.Scheme == Uri.UriSchemeHttps
            ? null
            : $"Warning: people reach this installation at {address} without https, so passwords can be read on their way. Put https in front and set PublicUrl to its address.";
    }

    private static bool IsLoopback(string host) => host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>From everywhere but the environment: shells and build tools export HOST for purposes of their own.</summary>
    private static string? HostSetting(IConfiguration configuration) =>
        configuration is IConfigurationRoot root
            ? root.Providers.Reverse().Where(p => p is not EnvironmentVariablesConfigurationProvider)
                .Select(p => p.TryGet("host", out var host) ? host : null).FirstOrDefault(host => host is not null)
            : configuration["host"];

    /// <summary>Kestrel takes a name that it does not know for every address of the machine.</summary>
    private static string HostOf(string? text) => text switch
    {
        null or "loopback" => "127.0.0.1",
        "localhost" => text,
        _ when IPAddress.TryParse(text, out _) => text,
        _ => throw new StartupException($"--host is '{text}'; an address of this machine is expected, such as 127.0.0.1, or 0.0.0.0 for all of them."),
    };

    private static int PortOf(string? text) =>
        text is null ? DefaultPort
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= ushort.MaxValue ? port
        : throw new StartupException($"--port is '{text}'; a number from 1 to {ushort.MaxValue} is expected.");

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
