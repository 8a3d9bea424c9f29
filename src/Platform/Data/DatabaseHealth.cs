using System.Collections.Concurrent;
using Npgsql;

namespace Waymark.Platform.Data;

/// <summary>Whether a service's database answers and carries all migrations of this program.</summary>
public sealed class DatabaseHealth(ServiceDatabases databases, IEnumerable<ServiceDatabaseDescriptor> descriptors)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private readonly Dictionary<string, string[]> _migrations =
        descriptors.ToDictionary(d => d.Service, d => d.MigrationIds.ToArray(), StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, bool> _atHead = new(StringComparer.Ordinal);

    /// <summary>One round trip; after the first success only <c>select 1</c>, because migrations are never taken back.</summary>
    /// <returns>False when it does not answer within two seconds or is behind; it never throws for that.</returns>
    public async Task<bool> IsReadyAsync(string service, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            if (_atHead.ContainsKey(service))
            {
                await using var ping = databases.Api(service).CreateCommand("select 1");
                await ping.ExecuteScalarAsync(limit.Token);
                return true;
            }

            return await IsAtHeadAsync(service, limit.Token) && (_atHead[service] = true);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    private async Task<bool> IsAtHeadAsync(string service, CancellationToken ct)
    {
        if (_migrations[service] is not { Length: > 0 } wanted)
            return true;
        await using var command = databases.Api(service).CreateCommand($"select count(*) from {MigrationHistory.Table} where \"MigrationId\" = any($1)");
        command.Parameters.AddWithValue(wanted);
        return (long)(await command.ExecuteScalarAsync(ct))! == wanted.Length;
    }
}
