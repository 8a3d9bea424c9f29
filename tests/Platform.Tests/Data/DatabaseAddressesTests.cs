using Microsoft.Extensions.Configuration;
using Npgsql;
using Waymark.Platform.Data;
using Waymark.Platform.Operations;
using Waymark.Platform.Security;

namespace Waymark.Platform.Tests.Data;

public sealed class DatabaseAddressesTests
{
    private static readonly MasterKey Key = new(new byte[32]);

    [Fact]
    public void A_server_by_URL_gets_a_database_and_a_role_for_each_service()
    {
        var database = Addresses(("Database:Url", "postgres://ad%40min:p%3Aw%2Fd@db.example:6000/?sslmode=require")).Of("activity-log");

        var service = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        Assert.Equal(("db.example", 6000, "waymark_activity_log", "waymark_activity_log"), (service.Host, service.Port, service.Database, service.Username));
        Assert.Equal(SslMode.Require, service.SslMode);
        var admin = new NpgsqlConnectionStringBuilder(database.AdminConnectionString);
        Assert.Equal(("ad@min", "p:w/d"), (admin.Username, admin.Password));
        Assert.NotEqual(admin.Password, service.Password);
        Assert.True(database.IsManaged);
    }

    [Fact]
    public void A_service_with_a_URL_of_its_own_connects_exactly_as_that_says()
    {
        var database = Addresses(
            ("Database:Url", "postgres://a:b@shared/"),
            ("Services:tasks:Database:Url", "postgres://app:secret@own/taskdb"),
            ("Services:tasks:Database:AdminUrl", "postgres://owner:secret2@own/")).Of("tasks");

        var service = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        Assert.Equal(("own", "taskdb", "app"), (service.Host, service.Database, service.Username));
        var admin = new NpgsqlConnectionStringBuilder(database.AdminConnectionString);
        Assert.Equal(("own", "taskdb", "owner"), (admin.Host, admin.Database, admin.Username));
        Assert.False(database.IsManaged);
    }

    [Theory]
    [InlineData("Host=localhost;Password=secret")]
    [InlineData("http://user:secret@host/")]
    [InlineData("postgres://host-without-user/secret")]
    [InlineData("postgres://user:secret@host/db?nonsense=1")]
    public void A_URL_that_is_none_is_refused_without_being_printed(string url)
    {
        var refused = Assert.Throws<StartupException>(() => Addresses(("Database:Url", url)).Of("tasks"));

        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Database:Url", refused.Message, StringComparison.Ordinal);
    }

    private static DatabaseAddresses Addresses(params (string Key, string Value)[] settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build(),
        Key,
        privateServer: null);
}
