using Microsoft.Extensions.DependencyInjection;
using NpgsqlTypes;
using Waymark.Contracts;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Services.Tests.Given;

/// <summary>Lets an event happen that no endpoint of the tested services can bring about: it is put into an outbox like any other.</summary>
internal static class PublishedEvents
{
    private const string Service = "communication";

    private const string Insert =
        """
        insert into msg.outbox (id, lane, partition_key, key_version, type, source, subject, occurred_at, data, tenant_id, actor_id)
        values ($1, $2, $3, $4, $5, '/waymark/test', $3, $6, $7, $8, $9)
        """;

    public static async Task<Guid> PublishAsync(this WaymarkApi api, IEvent e, string key, long version, Guid? tenantId = null, Guid? actorId = null, Guid? eventId = null)
    {
        var descriptor = EventCatalog.Of(e.GetType());
        var now = api.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var id = eventId ?? Guid.CreateVersion7(now);
        await using var command = api.Services.GetRequiredService<ServiceDatabases>().Api(Service).CreateCommand(Insert);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(OutboxMessage.LaneOf(key));
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(version);
        command.Parameters.AddWithValue(descriptor.Type);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(descriptor.Serialize(e));
        command.Parameters.AddWithValue(NpgsqlDbType.Uuid, (object?)tenantId ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Uuid, (object?)actorId ?? DBNull.Value);
        await command.ExecuteNonQueryAsync();
        api.Services.GetRequiredKeyedService<OutboxSignal>(Service).Set();
        return id;
    }

    /// <summary>
    /// Delivers one event twice: again after its first delivery has left the outbox. What follows it under the same key is
    /// delivered behind both.
    /// </summary>
    public static async Task<Guid> PublishTwiceAsync(this WaymarkApi api, IEvent e, string key, long version, Guid? tenantId = null, Guid? actorId = null)
    {
        var id = await api.PublishAsync(e, key, version, tenantId, actorId);
        await Eventually.GetAsync(() => api.QueryAsync<long>(Service, $"select count(*) from msg.outbox where id = '{id}'"), waiting => waiting == 0);
        return await api.PublishAsync(e, key, version, tenantId, actorId, id);
    }
}
