using Npgsql;

namespace Waymark.Platform.Data;

/// <summary>
/// Roles, databases and rights. A service's role owns nothing: it reads and writes rows, and can neither make nor change
/// a table, nor enter another service's database.
/// </summary>
internal static class DatabaseRights
{
    /// <summary>Makes the role and the database where they are missing, and sets the role's password.</summary>
    public static async Task MakeAsync(NpgsqlConnection admin, ServiceDatabase database, CancellationToken ct)
    {
        var (name, role) = (Quote(database.Name), Quote(database.Role));
        var password = new NpgsqlConnectionStringBuilder(database.ConnectionString).Password;
        if (!await ExistsAsync(admin, "select 1 from pg_roles where rolname = $1", database.Role, ct))
            await admin.RunAsync($"create role {role} login nosuperuser nocreatedb nocreaterole noinherit password {Literal(password)}", ct);
        else
            await admin.RunAsync($"alter role {role} login password {Literal(password)}", ct);

        if (!await ExistsAsync(admin, database, ct))
        {
            // Copying files is several times faster than logging every page of the empty template.
            await admin.RunAsync($"create database {name} template template0 encoding 'UTF8' strategy file_copy", ct);
        }

        await admin.RunAsync($"revoke all on database {name} from public; grant connect on database {name} to {role}", ct);
    }

    /// <summary>Whether the database is there.</summary>
    public static Task<bool> ExistsAsync(NpgsqlConnection admin, ServiceDatabase database, CancellationToken ct) =>
        ExistsAsync(admin, "select 1 from pg_database where datname = $1", database.Name, ct);

    /// <summary>Rights on what is there and on what later migrations of the same login will make.</summary>
    public static async Task GrantAsync(NpgsqlConnection admin, ServiceDatabase database, CancellationToken ct)
    {
        var role = Quote(database.Role);
        if (new NpgsqlConnectionStringBuilder(database.AdminConnectionString).Username == database.Role)
            return;
        foreach (var schema in (string[])["public", "msg"])
        {
            await admin.RunAsync(
                $"""
                 revoke create on schema {schema} from public;
                 grant usage on schema {schema} to {role};
                 grant select, insert, update, delete on all tables in schema {schema} to {role};
                 grant usage, select, update on all sequences in schema {schema} to {role};
                 alter default privileges in schema {schema} grant select, insert, update, delete on tables to {role};
                 alter default privileges in schema {schema} grant usage, select, update on sequences to {role};
                 """,
                ct);
        }

        await admin.RunAsync($"revoke insert, update, delete on msg.schema_version from {role}", ct);
        if (await ExistsAsync(admin, "select 1 where to_regclass($1) is not null", MigrationHistory.Table, ct))
            await admin.RunAsync($"revoke insert, update, delete on {MigrationHistory.Table} from {role}", ct);
    }

    /// <summary>A name as SQL takes it.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string? text) => $"'{text?.Replace("'", "''", StringComparison.Ordinal)}'";

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string sql, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter { Value = name } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }
}
