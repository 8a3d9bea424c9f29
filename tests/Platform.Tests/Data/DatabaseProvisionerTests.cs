using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Waymark.Platform.Data;
using Waymark.Platform.Security;
using Waymark.Testing;
using Waymark.Testing.Notes;

namespace Waymark.Platform.Tests.Data;

public sealed class DatabaseProvisionerTests(TestPostgres postgres)
{
    private static readonly MessagingSchema TwoScripts = new(
    [
        new SchemaScript(1, "0001-first", "create table msg.first_things (id int primary key); create index on msg.first_things (id desc);"),
        new SchemaScript(2, "0002-second", "create function msg.twice(n int) returns int language sql as $$ select n * 2; $$"),
    ]);

    [Fact]
    public async Task A_second_run_finds_nothing_to_do()
    {
        await using var databases = await ManagedAsync("again");
        var descriptor = ServiceDatabaseDescriptor.Of<NotesDbContext>("again");

        Assert.Equal(["again"], await Provisioner(databases, descriptor).ProvisionAsync(CancellationToken.None));
        Assert.Empty(await Provisioner(databases, descriptor).ProvisionAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Many_processes_may_provision_at_once()
    {
        await using var databases = await ManagedAsync("race");
        var descriptor = ServiceDatabaseDescriptor.Of<NotesDbContext>("race");

        var changed = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Provisioner(databases, descriptor).ProvisionAsync(CancellationToken.None)));

        Assert.Single(changed, c => c.Count == 1);
    }

    [Fact]
    public async Task New_scripts_of_the_messaging_schema_reach_existing_databases()
    {
        await using var databases = await ManagedAsync("scripts");
        var descriptor = ServiceDatabaseDescriptor.Of<NotesDbContext>("scripts");
        await new DatabaseProvisioner(databases, [descriptor], new MessagingSchema(TwoScripts.Scripts.Take(1).ToArray()), NullLogger<DatabaseProvisioner>.Instance)
            .ProvisionAsync(CancellationToken.None);

        Assert.Single(await Provisioner(databases, descriptor).ProvisionAsync(CancellationToken.None));

        await using var command = databases.Api("scripts").CreateCommand("select msg.twice(21) + count(*)::int from msg.first_things");
        Assert.Equal(42, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("create table public.mine (id int)")]
    [InlineData("create table msg.mine (id int)")]
    [InlineData("create temporary table mine (id int)")]
    [InlineData("alter table notes add column mine int")]
    [InlineData("drop table notes")]
    [InlineData("""delete from public."__EFMigrationsHistory" """)]
    [InlineData("create role mine")]
    public async Task The_role_of_a_service_cannot(string statement)
    {
        await using var pools = TestPostgres.Pools(await postgres.CreateDatabaseAsync<NotesDbContext>("notes"));
        if (statement.StartsWith("create temporary", StringComparison.Ordinal))
            await RevokeFromPublicAsync(pools.Address("notes"));
        await using var command = pools.Api("notes").CreateCommand(statement);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_role_of_a_service_owns_nothing_and_cannot_enter_another_database()
    {
        await using var databases = await ManagedAsync("lonely", "neighbour");
        await Provisioner(databases, ServiceDatabaseDescriptor.Of<NotesDbContext>("lonely"), ServiceDatabaseDescriptor.Of<NotesDbContext>("neighbour"))
            .ProvisionAsync(CancellationToken.None);

        await using var command = databases.Api("lonely").CreateCommand("select count(*) from pg_class where pg_get_userbyid(relowner) = current_user");
        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));

        var elsewhere = new NpgsqlConnectionStringBuilder(databases.Address("lonely").ConnectionString) { Database = "waymark_neighbour", Pooling = false };
        await using var connection = new NpgsqlConnection(elsewhere.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_new_master_key_gives_the_roles_new_passwords()
    {
        await using (var before = await ManagedAsync("rekeyed"))
            await Provisioner(before, ServiceDatabaseDescriptor.Of<NotesDbContext>("rekeyed")).ProvisionAsync(CancellationToken.None);

        await using var after = await ManagedAsync("rekeyed");
        await Provisioner(after, ServiceDatabaseDescriptor.Of<NotesDbContext>("rekeyed")).ProvisionAsync(CancellationToken.None);

        Assert.True(await Health(after, "rekeyed").IsReadyAsync("rekeyed", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_is_ready_only_once_it_is_migrated()
    {
        await using var databases = await ManagedAsync("ready");
        var health = Health(databases, "ready");
        Assert.False(await health.IsReadyAsync("ready", TestContext.Current.CancellationToken));

        await Provisioner(databases, ServiceDatabaseDescriptor.Of<NotesDbContext>("ready")).ProvisionAsync(CancellationToken.None);

        Assert.True(await health.IsReadyAsync("ready", TestContext.Current.CancellationToken));
        Assert.True(await health.IsReadyAsync("ready", TestContext.Current.CancellationToken));
    }

    private static async Task RevokeFromPublicAsync(ServiceDatabase database)
    {
        // Rights on a database are not cloned with it.
        await using var admin = new NpgsqlConnection(database.AdminConnectionString);
        await admin.OpenAsync();
        await using var command = new NpgsqlCommand($"revoke all on database {database.Name} from public; grant connect on database {database.Name} to {database.Role}", admin);
        await command.ExecuteNonQueryAsync();
    }

    private static DatabaseHealth Health(ServiceDatabases databases, string service) =>
        new(databases, [ServiceDatabaseDescriptor.Of<NotesDbContext>(service)]);

    private static DatabaseProvisioner Provisioner(ServiceDatabases databases, params ServiceDatabaseDescriptor[] descriptors) =>
        new(databases, descriptors, TwoScripts, NullLogger<DatabaseProvisioner>.Instance);

    /// <summary>
    /// Under a key of their own, so the names must be nobody else's: a role has one password on the whole server.
    /// </summary>
    private async Task<ServiceDatabases> ManagedAsync(params string[] services)
    {
        var key = new MasterKey(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        var admin = await postgres.AdminConnectionStringAsync();
        return TestPostgres.Pools(services.Select(s => ServiceDatabase.Managed(s, admin, key)).ToArray());
    }
}
