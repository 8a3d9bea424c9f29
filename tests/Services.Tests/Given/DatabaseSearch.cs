using System.Text;
using Npgsql;
using Waymark.Host;

namespace Waymark.Services.Tests.Given;

/// <summary>Looks for a text in every column of every table of every database, whatever the column's type.</summary>
internal static class DatabaseSearch
{
    private const string Tables =
        """
        select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1
        """;

    /// <summary>Where it stands: <c>users public.profile</c> with the rows. The text is plain ASCII in lower case.</summary>
    public static async Task<List<(string Place, string Row)>> FindAsync(WaymarkApi api, string text)
    {
        var found = new List<(string, string)>();
        foreach (var service in ServiceCatalog.All.Select(m => m.Name))
        {
            await using var connection = await api.AdministratorOfAsync(service);
            foreach (var table in await ReadAsync(connection, Tables))
            {
                // A row as text shows bytes in hexadecimal, and text as it is.
                var rows = await ReadAsync(connection, $"select lower(t::text) from {table} t where lower(t::text) like $1 or t::text like $2",
                    $"%{text}%", $"%{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(text))}%");
                found.AddRange(rows.Select(row => ($"{service} {table}", row)));
            }
        }

        return found;
    }

    private static async Task<List<string>> ReadAsync(NpgsqlConnection connection, string sql, params string[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
