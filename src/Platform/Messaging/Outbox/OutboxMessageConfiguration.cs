using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Platform.Messaging.Outbox;

/// <summary>Maps the outbox row; the table itself belongs to the messaging schema, not to a service's migrations.</summary>
internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox", "msg", table => table.ExcludeFromMigrations());
        // EF writes the rows of one save in the order of their keys, and the database numbers them as they come. With the id
        // as key, several events of one aggregate in one save would be dispatched in random order.
        builder.HasKey(m => new { m.PartitionKey, m.KeyVersion });
        builder.Property(m => m.Id).HasColumnName("id");
        // Never read back: an identity column that EF would fetch costs a RETURNING for nothing.
        builder.Ignore(m => m.Seq);
        builder.Property(m => m.Lane).HasColumnName("lane");
        builder.Property(m => m.PartitionKey).HasColumnName("partition_key");
        builder.Property(m => m.KeyVersion).HasColumnName("key_version").ValueGeneratedNever();
        builder.Property(m => m.Type).HasColumnName("type");
        builder.Property(m => m.Source).HasColumnName("source");
        builder.Property(m => m.Subject).HasColumnName("subject");
        builder.Property(m => m.OccurredAt).HasColumnName("occurred_at");
        builder.Property(m => m.Data).HasColumnName("data");
        builder.Property(m => m.TenantId).HasColumnName("tenant_id");
        builder.Property(m => m.ActorId).HasColumnName("actor_id");
        builder.Property(m => m.ChangeId).HasColumnName("change_id");
        builder.Property(m => m.ClientId).HasColumnName("client_id");
        builder.Property(m => m.CorrelationId).HasColumnName("correlation_id");
        builder.Property(m => m.CausationId).HasColumnName("causation_id");
        builder.Property(m => m.TraceParent).HasColumnName("traceparent");
        builder.Property(m => m.TraceState).HasColumnName("tracestate");
    }
}
