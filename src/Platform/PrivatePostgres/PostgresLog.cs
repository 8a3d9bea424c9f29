using Waymark.Platform.Operations;

namespace Waymark.Platform.PrivatePostgres;

/// <summary>What the server wrote since this object was made: the only place where it says why it does not start.</summary>
internal sealed class PostgresLog
{
    private const long KeptLength = 4L << 20;
    private readonly string _file;
    private readonly long _start;

    public PostgresLog(string file)
    {
        _file = file;
        if (File.Exists(file) && new FileInfo(file).Length > KeptLength)
            File.Move(file, file + ".old", overwrite: true);
        if (!File.Exists(file))
            new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = DataFolder.PrivateFile }).Dispose();
        _start = new FileInfo(file).Length;
    }

    /// <summary>Whether children of a killed server still end; the start succeeds once they are gone.</summary>
    public bool TellsOfOrphans =>
        Lines().Any(l => l.Contains("pre-existing shared memory block", StringComparison.Ordinal)
            || l.Contains("lock file \"postmaster.pid\" already exists", StringComparison.Ordinal));

    /// <summary>The reason in one sentence.</summary>
    public StartupException Failure()
    {
        var lines = Lines();
        if (lines.Any(l => l.Contains("No space left on device", StringComparison.Ordinal)))
            return new StartupException($"PostgreSQL did not start because the disk of {_file} is full; make room and start again.");
        var reason = lines.LastOrDefault(l => l.Contains("FATAL:", StringComparison.Ordinal) || l.Contains("PANIC:", StringComparison.Ordinal))
            ?? lines.LastOrDefault()
            ?? "it said nothing";
        return new StartupException($"PostgreSQL did not start ({reason}); the whole of it is in {_file}.");
    }

    private string[] Lines()
    {
        using var stream = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(Math.Min(_start, stream.Length), SeekOrigin.Begin);
        return new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
