using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Waymark.Platform.Data;

namespace Waymark.Ledger.Probe;

/// <summary>The probe's database; its one table is written by SQL alone, so the model does not know it.</summary>
internal sealed class ProbeDbContext(DbContextOptions<ProbeDbContext> options, WriteScope scope) : ServiceDbContext(options, scope)
{
    private const string Insert =
        """
        insert into probe (consumer, message_id, partition_key, key_version)
        select @consumer, m.id, m.key, m.version from unnest(@ids, @keys, @versions) with ordinality as m(id, key, version, place) order by place
        """;

    /// <summary>Writes what a consumer was given, in the order in which it was.</summary>
    public async Task CountAsync(string consumer, IReadOnlyList<Platform.Messaging.EventContext> events, CancellationToken ct)
    {
        await using var command = await CommandAsync(Insert, ct);
        command.Parameters.Add(new NpgsqlParameter<string>("consumer", consumer));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. events.Select(e => e.Id)]));
        command.Parameters.Add(new NpgsqlParameter<string[]>("keys", [.. events.Select(e => e.PartitionKey)]));
        command.Parameters.Add(new NpgsqlParameter<long[]>("versions", [.. events.Select(e => e.KeyVersion)]));
        await command.ExecuteNonQueryAsync(ct);
    }
}

[DbContext(typeof(ProbeDbContext))]
[Migration("20261127000000_Probe")]
internal sealed class ProbeTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table probe (
            id bigint generated always as identity primary key, consumer text not null, message_id uuid not null,
            partition_key text not null, key_version bigint not null, at timestamptz not null default clock_timestamp());
        create index probe_key on probe (consumer, partition_key, id);
        """);
}
