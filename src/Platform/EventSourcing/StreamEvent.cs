using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Waymark.Contracts;
using Waymark.Platform.Data;

namespace Waymark.Platform.EventSourcing;

/// <summary>One event of an aggregate's stream, as it is stored.</summary>
public sealed class StreamEvent
{
    /// <summary>The aggregate.</summary>
    public required Guid StreamId { get; init; }

    /// <summary>The aggregate's version after the event; dense from 1.</summary>
    public required long Version { get; init; }

    /// <summary>What one command did carries one id.</summary>
    public required Guid ChangeId { get; init; }

    /// <summary>The name under which the event is published, <c>task.created</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The changed fields with their values before and after, long texts included, as UTF-8 JSON.</summary>
    public required byte[] Data { get; init; }

    /// <summary>The person who acted; null for the system.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>When it happened; later than every earlier event of the stream.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The statement that appends the event to the stream in <paramref name="table"/>.</summary>
    public NpgsqlBatchCommand InsertInto(string table)
    {
        var insert = new NpgsqlBatchCommand($"insert into {table} (stream_id, version, change_id, type, data, actor_id, at) values ($1, $2, $3, $4, $5, $6, $7)");
        insert.Parameters.With(StreamId).With(Version).With(ChangeId).With(Type).With(Data).With(ActorId, NpgsqlDbType.Uuid).With(At);
        return insert;
    }

    /// <summary>The stored changes.</summary>
    public FieldChanges Changes => FieldChanges.FromJson(Data);
}

/// <summary>Adds a stream's table to a service's model.</summary>
public static class StreamModel
{
    /// <summary>The table <paramref name="table"/>, found by stream and version, and by change.</summary>
    public static void AddStream(this ModelBuilder model, string table) => model.Entity<StreamEvent>(e =>
    {
        e.ToTable(table);
        e.HasKey(x => new { x.StreamId, x.Version });
        e.Ignore(x => x.Changes);
        e.HasIndex(x => x.ChangeId);
    });
}
