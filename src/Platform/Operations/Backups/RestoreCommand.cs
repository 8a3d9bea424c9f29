using System.Formats.Tar;
using System.Globalization;
using Waymark.Platform.Data;
using Waymark.Platform.PrivatePostgres;
using Waymark.Platform.Security;

namespace Waymark.Platform.Operations.Backups;

/// <summary>
/// <c>restore FILE [--force]</c>: brings an installation back from a backup of this or an older version, while the product
/// does not run. Without <c>--force</c> only where nothing is; with it, what is there is lost.
/// </summary>
public static class RestoreCommand
{
    /// <summary>Returns the exit code; <paramref name="words"/> are those of <see cref="VerbArguments"/>.</summary>
    /// <exception cref="StartupException">Something outside is in the way.</exception>
    public static async Task<int> RunAsync(OperationContext context, IReadOnlyList<string> words, CancellationToken ct)
    {
        var force = words.Contains(VerbArguments.Force, StringComparer.Ordinal);
        if (words.Where(a => a != VerbArguments.Force).ToArray() is not [var file])
            throw new StartupException("Say which backup to restore: ./waymark restore FILE [--force]");
        if (!File.Exists(file))
            throw new StartupException($"There is no file {Path.GetFullPath(file)}.");

        var manifest = await ReadManifestAsync(file, ct);
        Check(manifest, context);
        await PrepareFolderAsync(file, context, force, ct);
        await using var installation = await Installation.OpenAsync(context.Configuration, context.DataPath, context.Services, null, ct);
        await using var databases = new ServiceDatabases(installation.AddressOf);
        var provisioner = context.Provisioner(databases);
        foreach (var content in manifest.Databases)
            await provisioner.MakeAnewAsync(content.Service, content.Migrations is [.., var last] ? last : null, content.Script, force, ct);

        await LoadAsync(file, manifest, databases, installation.Path, ct);
        await provisioner.ProvisionAsync(ct);
        await context.Output.WriteLineAsync($"{installation.Path}: restored {manifest.Databases.Count} databases as of {manifest.TakenAt:u}.");
        return 0;
    }

    private static async Task<BackupManifest> ReadManifestAsync(string file, CancellationToken ct)
    {
        try
        {
            await using var tar = new TarReader(File.OpenRead(file));
            if (await tar.GetNextEntryAsync(cancellationToken: ct) is { Name: BackupManifest.EntryName, DataStream: { } json } && BackupManifest.Read(json) is { } manifest)
                return manifest;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or System.Text.Json.JsonException)
        {
            throw new StartupException($"{file} is damaged or no backup of Waymark's.", e);
        }

        throw new StartupException($"{file} is no backup of Waymark's.");
    }

    private static void Check(BackupManifest manifest, OperationContext context)
    {
        var known = context.Databases.ToDictionary(d => d.Service, d => d.MigrationIds, StringComparer.Ordinal);
        var isNewer = manifest.Format > BackupManifest.CurrentFormat
            || Version.Parse(manifest.Product) > DataFolder.ProductVersion
            || manifest.Databases.Any(d => d.Script > MessagingSchema.Embedded.Head)
            || manifest.Databases.Any(d => known.TryGetValue(d.Service, out var ids) && d.Migrations.Except(ids, StringComparer.Ordinal).Any());
        if (isNewer)
            throw new StartupException($"The backup was written by Waymark {manifest.Product}, this is {DataFolder.ProductVersion}; restore it with that version or a newer one.");
        if (manifest.Databases.FirstOrDefault(d => !known.ContainsKey(d.Service)) is { } unknown)
            throw new StartupException($"The backup holds the service {unknown.Service}, which this program does not have.");
    }

    /// <summary>Clears the folder where that was asked for, and puts the backup's key in place before anything derives from it.</summary>
    private static async Task PrepareFolderAsync(string file, OperationContext context, bool force, CancellationToken ct)
    {
        using var folder = await DataFolder.OpenAsync(context.DataPath, ct);
        var cluster = folder.PathOf("postgres");
        var files = folder.PathOf(BackupManifest.FilesFolder);
        var isUsed = Directory.Exists(cluster) || File.Exists(folder.PathOf(MasterKey.FileName))
            || (Directory.Exists(files) && Directory.EnumerateFileSystemEntries(files).Any());
        if (isUsed && !force)
            throw new StartupException($"{folder.Path} holds an installation already; restore into an empty folder with --data, or add --force to lose what is there.");

        await using (var left = new PostgresServer(folder, new PostgresSettings { Binaries = context.Configuration["Database:Binaries"] }))
        {
            if (left.IsRunning)
                await left.StartAsync(ct);
        }

        if (Directory.Exists(cluster))
            Directory.Delete(cluster, recursive: true);
        if (Directory.Exists(files))
            Directory.Delete(files, recursive: true);

        await using var tar = new TarReader(File.OpenRead(file));
        while (await tar.GetNextEntryAsync(cancellationToken: ct) is { } entry)
        {
            if (entry.Name == MasterKey.FileName)
                DataFolder.WriteWhole(folder.PathOf(MasterKey.FileName), await new StreamReader(entry.DataStream!).ReadToEndAsync(ct));
        }
    }

    /// <summary>The tables of a database stand together, so one transaction is open at a time.</summary>
    private static async Task LoadAsync(string file, BackupManifest manifest, ServiceDatabases databases, string dataFolder, CancellationToken ct)
    {
        await using var tar = new TarReader(File.OpenRead(file));
        await tar.GetNextEntryAsync(cancellationToken: ct);
        for (var d = 0; d < manifest.Databases.Count; d++)
        {
            var content = manifest.Databases[d];
            await using var load = await DatabaseLoad.BeginAsync(content, databases.Address(content.Service), ct);
            for (var t = 0; t < content.Tables.Count; t++)
            {
                var part = await tar.GetNextEntryAsync(cancellationToken: ct);
                if (part?.Name != BackupCommand.PartOf(d, t))
                    throw new StartupException($"{file} is damaged: table {content.Tables[t].Name} of {content.Service} is missing.");
                // An entry without content has no stream.
                await load.CopyAsync(content.Tables[t], part.DataStream ?? Stream.Null, ct);
            }

            await load.CommitAsync(ct);
        }

        while (await tar.GetNextEntryAsync(cancellationToken: ct) is { } entry)
        {
            if (entry.Name.StartsWith(BackupManifest.FilesFolder + "/", StringComparison.Ordinal))
                await ExtractAsync(entry, dataFolder, ct);
        }
    }

    private static async Task ExtractAsync(TarEntry entry, string dataFolder, CancellationToken ct)
    {
        var root = Path.Combine(dataFolder, BackupManifest.FilesFolder) + "/";
        var path = Path.GetFullPath(Path.Combine(dataFolder, entry.Name));
        if (!path.StartsWith(root, StringComparison.Ordinal) || entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
            throw new StartupException($"The backup holds {entry.Name.ToString(CultureInfo.InvariantCulture)}, which no backup of Waymark's does.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!, DataFolder.PrivateFolder);
        await entry.ExtractToFileAsync(path, overwrite: false, ct);
    }
}
