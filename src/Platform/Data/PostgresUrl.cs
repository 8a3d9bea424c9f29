using Npgsql;
using Waymark.Platform.Operations;

namespace Waymark.Platform.Data;

/// <summary>Database addresses as people write them: <c>postgres://user:password@host:5432/database?sslmode=require</c>.</summary>
public static class PostgresUrl
{
    /// <summary>The connection string that a URL means; query parameters are PostgreSQL's own names or Npgsql's.</summary>
    /// <param name="setting">The setting it comes from, for the message; the URL itself is a secret.</param>
    /// <param name="url">The URL.</param>
    /// <exception cref="StartupException">It is no such URL.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string setting, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql") || uri.UserInfo.Length == 0)
            throw Refused(setting);

        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Database = uri.AbsolutePath.Trim('/') is { Length: > 0 } database ? Uri.UnescapeDataString(database) : "postgres",
        };
        if (user.Length == 2)
            builder.Password = Uri.UnescapeDataString(user[1]);

        try
        {
            foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = pair.Split('=', 2);
                builder[Keyword(parts[0])] = Uri.UnescapeDataString(parts[^1]);
            }
        }
        catch (ArgumentException e)
        {
            throw Refused(setting, e);
        }

        return builder;
    }

    private static string Keyword(string parameter) => parameter switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "sslcert" => "SSL Certificate",
        "sslkey" => "SSL Key",
        "connect_timeout" => "Timeout",
        _ => Uri.UnescapeDataString(parameter),
    };

    private static StartupException Refused(string setting, Exception? cause = null) =>
        new($"{setting} must look like postgres://user:password@host:5432/database; write special characters of the password as %XX.", cause);
}
