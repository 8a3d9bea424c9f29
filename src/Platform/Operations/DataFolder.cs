using System.Diagnostics;
using System.Globalization;

namespace Waymark.Platform.Operations;

/// <summary>
/// The folder that holds everything one installation keeps: the private PostgreSQL, keys, files. Opening it takes its
/// lock, which lasts until it is disposed or the process ends, so no two hosts share a folder.
/// </summary>
public sealed class DataFolder : IDisposable
{
    /// <summary>Files that only the owner may read.</summary>
    public const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Folders that only the owner may enter.</summary>
    public const UnixFileMode PrivateFolder = PrivateFile | UnixFileMode.UserExecute;

    private const string LockFile = "lock";
    private const string PidFile = "pid";
    private const string VersionFile = "version";
    private const int WouldBlock = 11;
    private static readonly TimeSpan KilledHolderLimit = TimeSpan.FromSeconds(5);
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream lockStream)
    {
        Path = path;
        _lock = lockStream;
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>The version of the running product, three numbers.</summary>
    public static Version ProductVersion { get; } = typeof(DataFolder).Assembly.GetName().Version is { } v
        ? new Version(v.Major, v.Minor, v.Build)
        : new Version(0, 0, 0);

    /// <summary>The absolute path of something inside.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Creates the folder when it is missing and takes its lock.</summary>
    /// <exception cref="StartupException">Another process holds it, a newer product wrote it, or it cannot be reached.</exception>
    public static Task<DataFolder> OpenAsync(string path, CancellationToken ct) => OpenAsync(path, ProductVersion, ct);

    /// <summary>The same for a product of another version.</summary>
    internal static async Task<DataFolder> OpenAsync(string path, Version product, CancellationToken ct)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Create(path);
            var folder = new DataFolder(path, await TakeLockAsync(path, ct));
            try
            {
                folder.CheckVersion(product);
                WriteWhole(folder.PathOf(PidFile), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
                return folder;
            }
            catch
            {
                folder.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new StartupException($"The data folder {path} cannot be reached by this user; give it the right to, or choose another with --data.", e);
        }
    }

    /// <summary>The id of the process that holds the folder; null when none does.</summary>
    public static int? HolderOf(string path)
    {
        if (!File.Exists(System.IO.Path.Combine(path, LockFile)))
            return null;
        if (TryLock(path) is { } free)
        {
            free.Dispose();
            return null;
        }

        var file = System.IO.Path.Combine(path, PidFile);
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var pid) ? pid : 0;
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    /// <summary>Replaces a small file of the folder so that a crash leaves the old or the new content, never a part.</summary>
    public static void WriteWhole(string file, string content)
    {
        var draft = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = PrivateFile };
        using (var stream = new FileStream(draft, options))
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.Write(content);
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: true);
    }

    private static void Create(string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            Directory.CreateDirectory(path, PrivateFolder);
        }
        else if (!File.Exists(System.IO.Path.Combine(path, LockFile)) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            // Its rights are about to be narrowed: never do that to somebody's home or to /tmp.
            throw new StartupException($"{path} holds files that are not Waymark's; choose an empty folder with --data.");
        }
        else
        {
            // Under root, PostgreSQL's own user passes through by group, so that it can neither list nor read what is here.
            var kept = Environment.IsPrivilegedProcess ? PrivateFolder | UnixFileMode.GroupExecute : PrivateFolder;
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) & kept);
        }
    }

    private static async Task<FileStream> TakeLockAsync(string path, CancellationToken ct)
    {
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(20, ct))
        {
            if (TryLock(path) is { } free)
                return free;
            // A killed process keeps its lock until the last of its threads has gone.
            if (HolderOf(path) is { } pid && (Unix.IsAlive(pid) || since.Elapsed > KilledHolderLimit))
                throw new StartupException($"The data folder {path} is in use by process {pid}; stop it, or choose another folder with --data.");
        }
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockFile), new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = PrivateFile,
            });
        }
        catch (IOException e) when (e.HResult == WouldBlock)
        {
            return null;
        }
    }

    private void CheckVersion(Version product)
    {
        var file = PathOf(VersionFile);
        var written = File.Exists(file) && Version.TryParse(File.ReadAllText(file), out var v) ? v : null;
        if (written > product)
        {
            throw new StartupException($"The data folder {Path} was written by Waymark {written}, this is {product}; start that version or a newer one.");
        }

        if (written != product)
            WriteWhole(file, product.ToString());
    }
}
