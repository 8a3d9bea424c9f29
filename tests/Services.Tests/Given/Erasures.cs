using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging.Sagas;

namespace Waymark.Services.Tests.Given;

/// <summary>Erases accounts and follows it.</summary>
internal static class Erasures
{
    public const string Password = "a long enough secret";
    public const string Path = "/api/users/account";

    /// <summary>Begins an erasure; answers the address where it is followed.</summary>
    public static async Task<string> BeginErasureAsync(this Person person)
    {
        using var answer = await person.SendAsync(HttpMethod.Delete, Path, new { password = Password });
        await answer.JsonAsync(HttpStatusCode.Accepted);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Waits until an erasure is in this state.</summary>
    public static async Task<JsonElement> UntilErasureAsync(this WaymarkApi api, string location, string state)
    {
        using var anonymous = api.Anonymous();
        return await Eventually.GetAsync(() => anonymous.GetAsync(new Uri(location, UriKind.Relative)).JsonAsync(), e => e.Text("state") == state);
    }

    /// <summary>Erases an account and waits for the end.</summary>
    public static async Task<JsonElement> EraseAsync(this WaymarkApi api, Person person) =>
        await api.UntilErasureAsync(await person.BeginErasureAsync(), "completed");

    public static SagaBox Sagas(this WaymarkApi api) => api.Services.GetRequiredService<SagaBox>();

    /// <summary>Runs a statement in a service's database as the administrator.</summary>
    public static async Task AdministerAsync(this WaymarkApi api, string service, string sql)
    {
        await using var connection = await api.AdministratorOfAsync(service);
        await connection.RunAsync(sql, CancellationToken.None);
    }

    public static async Task<NpgsqlConnection> AdministratorOfAsync(this WaymarkApi api, string service)
    {
        var database = new NpgsqlConnectionStringBuilder(api.Services.GetRequiredService<ServiceDatabases>().Api(service).ConnectionString).Database;
        var settings = new NpgsqlConnectionStringBuilder(await api.Postgres.AdminConnectionStringAsync()) { Database = database };
        return await AdminConnection.OpenAsync(settings.ConnectionString, CancellationToken.None);
    }
}
