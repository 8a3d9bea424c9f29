using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Platform.Operations.Backups;

/// <summary>The first entry of a backup: what it holds and what is needed to read it.</summary>
/// <param name="Format">The layout's number; 1.</param>
/// <param name="Product">The version of the product that wrote it.</param>
/// <param name="TakenAt">When the snapshot was taken.</param>
/// <param name="Databases">One for each service.</param>
internal sealed record BackupManifest(int Format, string Product, DateTimeOffset TakenAt, IReadOnlyList<DatabaseContent> Databases)
{
    public const int CurrentFormat = 1;
    public const string EntryName = "manifest.json";
    public const string FilesFolder = "files";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, BackupJson.Default.BackupManifest);

    public static BackupManifest? Read(Stream json) => JsonSerializer.Deserialize(json, BackupJson.Default.BackupManifest);
}

/// <summary>One service's database.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Migrations">The migrations that it carries, oldest first.</param>
/// <param name="Script">The last script of the schema <c>msg</c> that it carries.</param>
/// <param name="Tables">Its tables with rows to copy.</param>
/// <param name="Sequences">Where its sequences stand.</param>
internal sealed record DatabaseContent(
    string Service, IReadOnlyList<string> Migrations, int Script, IReadOnlyList<TableContent> Tables, IReadOnlyList<SequenceContent> Sequences);

/// <summary>A table; names are quoted where SQL needs it.</summary>
/// <param name="Name">With its schema.</param>
/// <param name="Columns">What was copied; generated columns are not.</param>
/// <param name="PartitionOf">The table that it is a part of; null for a whole table.</param>
/// <param name="Bound">Which part, as SQL says it.</param>
internal sealed record TableContent(string Name, IReadOnlyList<string> Columns, string? PartitionOf, string? Bound);

/// <summary>A sequence that was used.</summary>
/// <param name="Name">With its schema.</param>
/// <param name="Value">The last value given.</param>
internal sealed record SequenceContent(string Name, long Value);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
