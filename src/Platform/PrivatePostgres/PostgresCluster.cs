using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Waymark.Platform.Operations;

namespace Waymark.Platform.PrivatePostgres;

/// <summary>The files of one private PostgreSQL inside a data folder, and how they come to be.</summary>
internal sealed class PostgresCluster(DataFolder folder)
{
    /// <summary>The administrator's name.</summary>
    public const string Superuser = "waymark";

    private const long RoomToStart = 64L << 20;
    private const long RoomToInitialise = 256L << 20;

    // sun_path holds 108 bytes with its final zero, and the server appends /.s.PGSQL.5432.lock to the folder.
    private const int LongestSocketFolder = 107 - 19;

    /// <summary>PostgreSQL's own data directory.</summary>
    public string Folder { get; } = folder.PathOf("postgres");

    /// <summary>What the server says.</summary>
    public string Log { get; } = folder.PathOf("postgres.log");

    /// <summary>The file with the administrator's password.</summary>
    public string PasswordFile { get; } = folder.PathOf("postgres.password");

    /// <summary>The folder of the socket, which only PostgreSQL's user (and root) may enter.</summary>
    public string SocketFolder { get; } = SocketFolderOf(folder.Path);

    /// <summary>The version that made the folder; null when there is no cluster yet.</summary>
    public int? Major
    {
        get
        {
            var file = Path.Combine(Folder, "PG_VERSION");
            return File.Exists(file) ? int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : null;
        }
    }

    /// <summary>The socket's folder for a data folder: inside it, or under /tmp where the path would be too long for a socket.</summary>
    public static string SocketFolderOf(string dataFolder)
    {
        var inside = Path.Combine(dataFolder, "run");
        return Encoding.UTF8.GetByteCount(inside) <= LongestSocketFolder
            ? inside
            : "/tmp/waymark-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..16];
    }

    /// <summary>The administrator's password, made when it is first asked for.</summary>
    public string Password()
    {
        if (!File.Exists(PasswordFile))
            DataFolder.WriteWhole(PasswordFile, RandomNumberGenerator.GetHexString(48, lowercase: true));
        return File.ReadAllText(PasswordFile).Trim();
    }

    /// <summary>Makes room, rights and, the first time, the cluster itself.</summary>
    public async Task PrepareAsync(PostgresBinaries binaries, PostgresUser? user, bool isDurable, CancellationToken ct)
    {
        DemandRoom(Major is null ? RoomToInitialise : RoomToStart);
        if (user is not null)
            DemandWayTo(user);
        await OpenSocketFolderAsync(user, ct);
        if (Major is null)
            await InitialiseAsync(binaries, user, isDurable, ct);
    }

    /// <summary>Removes the socket that a killed server left; nobody else can have put it there.</summary>
    public void RemoveSocket()
    {
        File.Delete(Path.Combine(SocketFolder, ".s.PGSQL.5432"));
        File.Delete(Path.Combine(SocketFolder, ".s.PGSQL.5432.lock"));
    }

    private void DemandRoom(long bytes)
    {
        if (new DriveInfo(folder.Path).AvailableFreeSpace < bytes)
            throw new StartupException($"The disk of {folder.Path} is full; free at least {bytes >> 20} MB, or choose another folder with --data.");
    }

    /// <summary>The other user needs the right to pass through every folder above; our own lets it through by group.</summary>
    private void DemandWayTo(PostgresUser user)
    {
        Unix.Own(folder.Path, uint.MaxValue, user.Gid);
        File.SetUnixFileMode(folder.Path, DataFolder.PrivateFolder | UnixFileMode.GroupExecute);
        for (var above = Directory.GetParent(folder.Path); above is not null; above = above.Parent)
        {
            if (!above.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                throw new StartupException(
                    $"PostgreSQL runs as {user.Name}, which may not pass through {above.FullName}; choose another folder with --data, or run chmod o+x {above.FullName}.");
            }
        }
    }

    private async Task OpenSocketFolderAsync(PostgresUser? user, CancellationToken ct)
    {
        Directory.CreateDirectory(SocketFolder, DataFolder.PrivateFolder);
        if (SocketFolder.StartsWith("/tmp/", StringComparison.Ordinal)
            && await Tool.RunAsync(["stat", "-c", "%F %u", SocketFolder], ct) is (0, var found)
            && found.Trim() is var owner
            && owner != "directory " + await Tool.RunAsync(["id", "-u"], ct) switch { (0, var id) => id.Trim(), _ => "" }
            && owner != $"directory {user?.Uid}")
        {
            // Anyone may make folders there: a stranger's could hand us a false server.
            throw new StartupException($"{SocketFolder} belongs to somebody else; remove it, or choose a shorter path with --data.");
        }

        File.SetUnixFileMode(SocketFolder, DataFolder.PrivateFolder);
        if (user is not null)
            Unix.Own(SocketFolder, user.Uid, user.Gid);
    }

    /// <summary>The folder gets its name only when it is complete, so an interrupted start begins anew.</summary>
    private async Task InitialiseAsync(PostgresBinaries binaries, PostgresUser? user, bool isDurable, CancellationToken ct)
    {
        var draft = Folder + ".new";
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft, DataFolder.PrivateFolder);
        Password();
        if (user is not null)
        {
            Unix.Own(draft, user.Uid, user.Gid);
            Unix.Own(PasswordFile, user.Uid, user.Gid);
        }

        IEnumerable<string> command =
        [
            .. PostgresUser.Drop(user), binaries.PathOf("initdb"), "-D", draft, "-U", Superuser, "-A", "scram-sha-256",
            "--pwfile=" + PasswordFile, "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions",
        ];
        if (!isDurable)
            command = command.Append("--no-sync");
        if (await Tool.RunAsync(command.ToArray(), ct) is not (0, _) and var failed)
            throw new StartupException($"PostgreSQL could not make its folder {Folder}: {LastLine(failed?.Output)}.");
        if (Directory.Exists(Folder))
            Directory.Delete(Folder);
        Directory.Move(draft, Folder);
    }

    private static string LastLine(string? output) =>
        output?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault(l => l.Contains("error", StringComparison.OrdinalIgnoreCase) || l.Contains("FATAL", StringComparison.Ordinal))
        ?? "setpriv is missing (Debian: apt-get install util-linux)";
}
