using Microsoft.Extensions.Configuration;
using Waymark.Platform.Data;
using Waymark.Platform.Operations;
using Waymark.Platform.Operations.Backups;
using Waymark.Testing;
using Waymark.Testing.Notes;

namespace Waymark.Platform.Tests.Operations.Backups;

public sealed class BackupTests : IDisposable
{
    private const string Picture =
        """
        select md5(string_agg(x, '|')) from (
          select n::text as x from notes n union all select l::text from log l union all select c::text from counted c
          union all select last_value::text from counted_id_seq order by 1) all_rows
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("wm").FullName;

    public BackupTests() => File.SetUnixFileMode(_root, File.GetUnixFileMode(_root) | UnixFileMode.OtherExecute);

    private string BackupFile => Path.Combine(_root, "backups", "one.tar");

    public void Dispose() => Trash.Take(_root);

    [Fact]
    public async Task A_restored_installation_has_the_same_rows_files_and_key()
    {
        var before = Context("before");
        var expected = await FillAsync(before);
        Directory.CreateDirectory(Path.Combine(before.DataPath, "files", "ab"));
        await File.WriteAllTextAsync(Path.Combine(before.DataPath, "files", "ab", "cd"), "content", TestContext.Current.CancellationToken);

        Assert.Equal(0, await BackupCommand.RunAsync(before, [BackupFile], CancellationToken.None));
        var after = Context("after");
        Assert.Equal(0, await RestoreCommand.RunAsync(after, [BackupFile], CancellationToken.None));

        Assert.Equal(expected, await AskAsync(after, Picture));
        Assert.Equal("content", await File.ReadAllTextAsync(Path.Combine(after.DataPath, "files", "ab", "cd"), TestContext.Current.CancellationToken));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(before.DataPath, "master.key")), await File.ReadAllTextAsync(Path.Combine(after.DataPath, "master.key")));
        Assert.Equal("O", await AskAsync(after, "select tgenabled::text from pg_trigger where tgname = 'no_change'"));
        Assert.Equal(false, await AskAsync(after, "select condeferrable from pg_constraint where conname = 'fk_notes_notes_parent_note_id'"));
    }

    [Fact]
    public async Task A_backup_can_be_taken_while_the_product_runs_and_never_overwrites()
    {
        var context = Context("running");
        var expected = await FillAsync(context);
        await using (await Installation.OpenAsync(context.Configuration, context.DataPath, ["notes"], null, CancellationToken.None))
        {
            await BackupCommand.RunAsync(context, [BackupFile], CancellationToken.None);
            await Assert.ThrowsAsync<StartupException>(() => BackupCommand.RunAsync(context, [BackupFile], CancellationToken.None));
            var refused = await Assert.ThrowsAsync<StartupException>(() => RestoreCommand.RunAsync(context, [BackupFile, "--force"], CancellationToken.None));
            Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(DataFolder.PrivateFile, File.GetUnixFileMode(BackupFile));
        Assert.Equal([BackupFile], Directory.GetFileSystemEntries(Path.GetDirectoryName(BackupFile)!));
        await Assert.ThrowsAsync<StartupException>(() => RestoreCommand.RunAsync(context, [BackupFile], CancellationToken.None));
        await AskAsync(context, "with d as (delete from notes returning 1) select count(*) from d");
        await RestoreCommand.RunAsync(context, [BackupFile, "--force"], CancellationToken.None);
        Assert.Equal(expected, await AskAsync(context, Picture));
    }

    [Fact]
    public async Task A_folder_without_an_installation_is_not_made_into_one()
    {
        var refused = await Assert.ThrowsAsync<StartupException>(() => BackupCommand.RunAsync(Context("typo"), [BackupFile], CancellationToken.None));
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public async Task Something_else_than_a_backup_is_refused()
    {
        var file = Path.Combine(_root, "no.tar");
        await File.WriteAllTextAsync(file, "this is no archive", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<StartupException>(() => RestoreCommand.RunAsync(Context("none"), [file], CancellationToken.None));

        Assert.False(Directory.Exists(Path.Combine(_root, "none")));
    }

    private static async Task<object?> FillAsync(OperationContext context)
    {
        await MigrateCommand.RunAsync(context, CancellationToken.None);
        await AskAsync(context,
            """
            create table log_old partition of log for values from ('2020-01-01') to ('2021-01-01');
            insert into log values ('2020-05-05', E'tab\tand \\ and\nline'), ('2022-01-01', null);
            insert into counted default values; insert into counted default values;
            alter table counted disable trigger user; insert into counted overriding system value values (9); alter table counted enable trigger user;
            insert into notes (id, body_text, parent_note_id, labels, due_at, version, place_on_wall_row, place_on_wall_column_number, more_details)
              select gen_random_uuid(), 'Grüße ' || i, null, array['a', '"b"'], now(), i, 1, 2, '{"Source": "x"}' from generate_series(1, 2000) i;
            update notes set parent_note_id = (select id from notes where version = 2000) where version = 1;
            update notes set parent_note_id = (select id from notes where version = 1) where version = 2000;
            select 1
            """);
        return await AskAsync(context, Picture);
    }

    private static async Task<object?> AskAsync(OperationContext context, string sql)
    {
        await using var installation = await Installation.JoinAsync(context.Configuration, context.DataPath, ["notes"], CancellationToken.None);
        await using var admin = await AdminConnection.OpenAsync(installation.AddressOf("notes").AdminConnectionString, CancellationToken.None);
        await using var command = new Npgsql.NpgsqlCommand(sql, admin);
        return await command.ExecuteScalarAsync();
    }

    private OperationContext Context(string folder) => new(
        new ConfigurationBuilder().Build(), Path.Combine(_root, folder), [ServiceDatabaseDescriptor.Of<NotesDbContext>("notes")], TextWriter.Null);
}
