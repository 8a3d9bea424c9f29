using Npgsql;
using Waymark.Platform.Data;

namespace Waymark.Platform.Messaging.Delivering;

/// <summary>
/// Tells whoever looks from outside that a consumer is in outage: a row of <c>msg.outage</c> that each failed probe renews. It
/// decides nothing; a row that outlives its process is passed over once it is a minute old.
/// </summary>
internal static class OutageRecord
{
    private const string Renew =
        """
        insert into msg.outage as o (consumer, error) values ($1, $2)
        on conflict (consumer) do update set error = excluded.error, probed_at = now(),
          since = case when o.probed_at > now() - interval '1 minute' then o.since else now() end
        """;

    private const string End = "delete from msg.outage where consumer = $1";

    public static async Task RenewAsync(NpgsqlConnection connection, Consumer consumer, string error, CancellationToken ct)
    {
        await using var renew = new NpgsqlCommand(Renew, connection);
        renew.Parameters.With(consumer.Name).With(error);
        await renew.ExecuteNonQueryAsync(ct);
    }

    public static async Task EndAsync(LocalService local, Consumer consumer, CancellationToken ct)
    {
        await using var end = local.Databases.Consumers(local.Name).CreateCommand(End);
        end.Parameters.With(consumer.Name);
        await end.ExecuteNonQueryAsync(ct);
    }
}
