using Npgsql;
using Waymark.Platform.PrivatePostgres;

namespace Waymark.Bench;

/// <summary>The product as it is delivered, in a data folder of its own with its private PostgreSQL; only the request limits are lifted.</summary>
internal sealed class Product(RunningProgram program, string dataFolder)
{
    private const string Host = "publish/Host/product/Waymark.Host.dll";

    public RunningProgram Program => program;

    /// <summary>The process of its PostgreSQL.</summary>
    public int Postgres => int.Parse(File.ReadLines(Path.Combine(dataFolder, "postgres", "postmaster.pid")).First());

    /// <summary>How its PostgreSQL's administrator connects to a database.</summary>
    public string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(PostgresServer.AdminConnectionStringOf(dataFolder)) { Database = database }.ConnectionString;

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<Product> StartAsync(int port, string dataFolder)
    {
        var program = await RunningProgram.StartAsync(
            Host,
            port,
            "/health/ready",
            ["run", "--port", port.ToString(), "--data", dataFolder, "--RateLimits:SignedIn=1000000000", "--RateLimits:Anonymous=1000000000"]);
        return new Product(program, dataFolder);
    }
}

/// <summary>The bare program, on the same PostgreSQL as the product.</summary>
internal static class BareProgram
{
    private const string Library = "bin/Limit/release/Waymark.Limit.dll";
    private const string Database = "bench_limit";
    private const string Password = "a bench has wooden legs";

    /// <summary>Makes its database and starts it.</summary>
    public static async Task<RunningProgram> StartAsync(int port, Product product)
    {
        var connection = product.ConnectionTo(Database);
        // What an earlier bench has left in a folder that was kept.
        await RunAsync(product.ConnectionTo("postgres"), $"drop database if exists {Database}");
        await RunAsync(product.ConnectionTo("postgres"), $"create database {Database}");
        await RunAsync(connection, await File.ReadAllTextAsync(Path.Combine(Clone.Artifacts, "bin", "Limit", "release", "tables.sql")));
        await RunAsync(connection, Accounts());
        await RunAsync(connection, "vacuum analyze");
        return await RunningProgram.StartAsync(Library, port, "/health", "--urls", $"http://127.0.0.1:{port}", "--Database", connection);
    }

    /// <summary>What its requests are about; the numbers follow from <c>tables.sql</c>.</summary>
    public static Dictionary<string, object> Given() => new(StringComparer.Ordinal)
    {
        ["priority"] = "2",
        ["password"] = Password,
        ["emails"] = Enumerable.Range(0, 16).Select(i => $"person{i}@bench.example"),
        ["tasks"] = Enumerable.Range(101, 5_000).Select(i => (long)i),
        ["pages"] = Enumerable.Range(0, 50).Select(i => 100L + (i * 100)),
        ["projects"] = Enumerable.Range(3, 48).Select(i => (long)i),
        ["changing"] = Enumerable.Range(5_101, 2_400).Select(i => (long)i),
    };

    private static string Accounts()
    {
        var salt = System.Security.Cryptography.RandomNumberGenerator.GetBytes(16);
        var hash = System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2(Password, salt, 210_000, System.Security.Cryptography.HashAlgorithmName.SHA512, 32);
        return $"""
            insert into account (email, salt, hash)
            select 'person' || n || '@bench.example', '\x{Convert.ToHexString(salt)}', '\x{Convert.ToHexString(hash)}' from generate_series(0, 15) n
            """;
    }

    private static async Task RunAsync(string connection, string sql)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
