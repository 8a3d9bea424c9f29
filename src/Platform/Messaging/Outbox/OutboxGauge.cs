using Npgsql;

namespace Waymark.Platform.Messaging.Outbox;

/// <summary>Looks how full one service's outbox is; every process does, because every process takes requests.</summary>
internal sealed class OutboxGauge(LocalService local, OutboxPressure pressure)
{
    // A row that waits after a refusal of its own says nothing about the others.
    private const string Measure =
        """
        select (select count(*) from (select 1 from msg.outbox limit $1) o),
          coalesce(extract(epoch from now() - (select occurred_at from msg.outbox where not_before = '-infinity' order by seq limit 1)), 0)::float8
        """;

    /// <summary>Looks until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The state stays what it was; readiness speaks for the database.
                local.Log.Interrupted(e, "The gauge of the outbox", local.Name, local.Options.PressureEvery);
            }

            await Task.Delay(local.Options.PressureEvery, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One look.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        await using var measure = local.Databases.Relay(local.Name).CreateCommand(Measure);
        measure.Parameters.Add(new NpgsqlParameter<int> { TypedValue = local.Options.FullAt + 1 });
        await using var reader = await measure.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (rows, age) = (reader.GetInt64(0), TimeSpan.FromSeconds(reader.GetDouble(1)));
        var state = rows > local.Options.FullAt ? OutboxState.Full
            : rows > local.Options.DegradedAt || age > local.Options.DegradedAfter ? OutboxState.Degraded
            : OutboxState.Normal;
        if (pressure.Set(local.Name, state))
        {
            local.Log.OutboxState(local.Name, state, rows, age);
        }
    }
}
