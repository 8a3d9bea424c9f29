using System.Globalization;
using Waymark.Platform.Operations;

namespace Waymark.Platform.PrivatePostgres;

/// <summary>PostgreSQL's programs on this machine.</summary>
/// <param name="Folder">The folder with <c>initdb</c> and <c>postgres</c>.</param>
/// <param name="Major">Their major version.</param>
public sealed record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The oldest version that Waymark runs on.</summary>
    public const int Floor = 15;

    private const string SystemFolder = "/usr/lib/postgresql";

    /// <summary>The path of one program.</summary>
    public string PathOf(string program) => Path.Combine(Folder, program);

    /// <summary>
    /// Looks in the PATH, in the system's PostgreSQL folder (newest first) and in <paramref name="extraFolder"/>, and takes
    /// the first that fits.
    /// </summary>
    /// <param name="major">The version that an existing cluster demands; null for a new one.</param>
    /// <param name="extraFolder">A folder of programs fetched for Waymark; setting <c>Database:Binaries</c>.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="StartupException">None fits.</exception>
    public static async Task<PostgresBinaries> FindAsync(int? major, string? extraFolder, CancellationToken ct)
    {
        var seen = new SortedSet<int>();
        foreach (var folder in Candidates(extraFolder))
        {
            if (await VersionOfAsync(folder, ct) is not { } version)
                continue;
            if (major is null ? version >= Floor : version == major)
                return new PostgresBinaries(folder, version);
            seen.Add(version);
        }

        var found = seen.Count == 0 ? "none is on this machine" : "this machine has only " + string.Join(", ", seen);
        throw new StartupException(major is null
            ? $"PostgreSQL {Floor} or newer is needed and {found}; install it (Debian: apt-get install postgresql), or set Database:Url."
            : $"The data folder holds a database of PostgreSQL {major} and {found}; install postgresql-{major}, or restore a backup into a new data folder.");
    }

    private static IEnumerable<string> Candidates(string? extraFolder)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> system = Directory.Exists(SystemFolder)
            ? Directory.GetDirectories(SystemFolder)
                .OrderByDescending(f => int.TryParse(Path.GetFileName(f), CultureInfo.InvariantCulture, out var major) ? major : 0)
                .Select(f => Path.Combine(f, "bin"))
            : [];
        return path.Concat(system).Append(extraFolder ?? "")
            .Where(f => Path.IsPathRooted(f) && File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "postgres")))
            .Select(Resolve)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Links in the PATH lead to the folder where its libraries are found.</summary>
    private static string Resolve(string folder) =>
        Path.GetDirectoryName(File.ResolveLinkTarget(Path.Combine(folder, "postgres"), returnFinalTarget: true)?.FullName) ?? folder;

    private static async Task<int?> VersionOfAsync(string folder, CancellationToken ct)
    {
        // postgres (PostgreSQL) 15.18 (Debian …), or 18beta1 before a release.
        if (await Tool.RunAsync([Path.Combine(folder, "postgres"), "--version"], ct) is not (0, var output))
            return null;
        var digits = output.Split(") ", 2)[^1].TakeWhile(char.IsAsciiDigit).ToArray();
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var major) ? major : null;
    }
}
