using Npgsql;
using Waymark.Platform.Http;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Http;

public sealed class WrittenRowsTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly Guid Chair = Guid.CreateVersion7();
    private static readonly byte[] Json = [1, 2, 3];

    private readonly WrittenRows _rows = new();
    private NpgsqlConnection _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _connection = new NpgsqlConnection(await postgres.AdminConnectionStringAsync());
        await _connection.OpenAsync();
        await RunAsync(
            """
            create temp table room (id int, name text);
            create temp table item (room_id int, name text, updated_at timestamptz default '2026-01-01');
            insert into room values (1, 'hall');
            insert into item values (1, 'chair');
            """);
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    [Fact]
    public async Task What_was_made_of_a_row_is_found_until_the_row_or_the_one_joined_to_it_is_another()
    {
        await KeepAsync();
        Assert.Same(Json, await FindAsync());

        await RunAsync("begin; update item set name = 'table'; rollback");
        Assert.Same(Json, await FindAsync());
        await RunAsync("select * from item for update");
        Assert.Same(Json, await FindAsync());

        await RunAsync("update item set name = name");
        Assert.Null(await FindAsync());
        await KeepAsync();
        await RunAsync("update room set name = 'cellar'");
        Assert.Null(await FindAsync());
        await KeepAsync();
        Assert.Same(Json, await FindAsync());
    }

    [Fact]
    public async Task Rows_are_told_apart_by_their_ids_and_instants_of_their_change()
    {
        await KeepAsync();
        var version = await VersionAsync();
        Assert.Null(_rows.Find(Guid.CreateVersion7(), version));
        Assert.Null(_rows.Find(Chair, version with { ChangedAt = version.ChangedAt.AddTicks(10) }));
    }

    [Fact]
    public async Task Thousands_of_rows_do_not_drive_each_other_out()
    {
        var version = await VersionAsync();
        var ids = Enumerable.Range(0, 5000).Select(_ => Guid.CreateVersion7()).ToList();
        ids.ForEach(id => _rows.Keep(id, version, Json));
        Assert.InRange(ids.Count(id => _rows.Find(id, version) is not null), 4900, 5000);
    }

    [Fact]
    public async Task What_is_long_is_not_kept()
    {
        _rows.Keep(Chair, await VersionAsync(), new byte[3000]);
        Assert.Null(await FindAsync());
    }

    private async Task KeepAsync() => _rows.Keep(Chair, await VersionAsync(), Json);

    private async Task<byte[]?> FindAsync() => _rows.Find(Chair, await VersionAsync());

    private async Task<RowVersion> VersionAsync()
    {
        await using var command = new NpgsqlCommand($"select i.name, {RowVersion.Columns("i", "r")} from item i join room r on r.id = i.room_id", _connection);
        await using var row = await command.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return RowVersion.Read(row, 1);
    }

    private async Task RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }
}
