using System.Formats.Tar;
using Waymark.Platform.Data;
using Waymark.Platform.Security;

namespace Waymark.Platform.Operations.Backups;

/// <summary>
/// <c>backup FILE</c>: everything needed to bring an installation back, as one tar archive: the rows of every database,
/// the files and the master key. It works while the product runs. Whoever has the file can read everything.
/// </summary>
public static class BackupCommand
{
    /// <summary>Returns the exit code; <paramref name="words"/> are those of <see cref="VerbArguments"/>.</summary>
    /// <exception cref="StartupException">Something outside is in the way.</exception>
    public static async Task<int> RunAsync(OperationContext context, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (words is not [var name])
            throw new StartupException("Say where the backup goes: ./waymark backup FILE");
        var file = Path.GetFullPath(name);
        if (Path.Exists(file))
            throw new StartupException($"{file} exists already and is not overwritten; choose another name.");

        await using var installation = await Installation.JoinMadeAsync(context.Configuration, context.DataPath, context.Services, ct);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = file + ".new";
        var parts = Directory.CreateDirectory(file + ".parts", DataFolder.PrivateFolder);
        try
        {
            var manifest = await CopyDatabasesAsync(installation, context, parts.FullName, ct);
            await WriteArchiveAsync(draft, manifest, parts.FullName, installation.Path, ct);
            File.Move(draft, file);
        }
        finally
        {
            parts.Delete(recursive: true);
            File.Delete(draft);
        }

        await context.Output.WriteLineAsync($"{file}: {context.Databases.Count} databases, {new FileInfo(file).Length / 1024.0 / 1024.0:F1} MB.");
        return 0;
    }

    /// <summary>The archive's entry, and the part's file, of one table.</summary>
    internal static string PartOf(int database, int table) => $"databases/{database}/{table}.copy.gz";

    private static async Task<BackupManifest> CopyDatabasesAsync(Installation installation, OperationContext context, string parts, CancellationToken ct)
    {
        // Brings databases that were never made, or not yet migrated, to a state that the manifest can name.
        await using var databases = new ServiceDatabases(installation.AddressOf);
        await context.Provisioner(databases).ProvisionAsync(ct);

        var snapshots = await DatabaseSnapshot.TakeAsync(context.Services.Select(installation.AddressOf), ct);
        var takenAt = TimeProvider.System.GetUtcNow();
        try
        {
            var contents = new List<DatabaseContent>();
            for (var d = 0; d < snapshots.Count; d++)
            {
                var content = await snapshots[d].DescribeAsync(ct);
                contents.Add(content);
                Directory.CreateDirectory(Path.Combine(parts, "databases", $"{d}"));
                for (var t = 0; t < content.Tables.Count; t++)
                    await snapshots[d].CopyAsync(content.Tables[t], Path.Combine(parts, PartOf(d, t)), ct);
            }

            return new BackupManifest(BackupManifest.CurrentFormat, DataFolder.ProductVersion.ToString(), takenAt, contents);
        }
        finally
        {
            foreach (var snapshot in snapshots)
                await snapshot.DisposeAsync();
        }
    }

    private static async Task WriteArchiveAsync(string archive, BackupManifest manifest, string parts, string dataFolder, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, UnixCreateMode = DataFolder.PrivateFile };
        await using var stream = new FileStream(archive, options);
        await using (var tar = new TarWriter(stream, leaveOpen: true))
        {
            // The manifest stands first, so that a restore knows what comes.
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.EntryName) { DataStream = new MemoryStream(manifest.ToJson()) }, ct);
            for (var d = 0; d < manifest.Databases.Count; d++)
            {
                for (var t = 0; t < manifest.Databases[d].Tables.Count; t++)
                    await tar.WriteEntryAsync(Path.Combine(parts, PartOf(d, t)), PartOf(d, t), ct);
            }

            if (File.Exists(Path.Combine(dataFolder, MasterKey.FileName)))
                await tar.WriteEntryAsync(Path.Combine(dataFolder, MasterKey.FileName), MasterKey.FileName, ct);
            await WriteFilesAsync(tar, Path.Combine(dataFolder, BackupManifest.FilesFolder), ct);
        }

        await stream.FlushAsync(ct);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Files are named by their content and never change, so they are copied after the rows that name them.</summary>
    private static async Task WriteFilesAsync(TarWriter tar, string folder, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = BackupManifest.FilesFolder + "/" + Path.GetRelativePath(folder, file);
            try
            {
                await tar.WriteEntryAsync(file, name, ct);
            }
            catch (FileNotFoundException)
            {
                // Deleted meanwhile: the row that named it is on its way out too.
                continue;
            }
        }
    }
}
