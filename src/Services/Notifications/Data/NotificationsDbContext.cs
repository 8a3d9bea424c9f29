using Waymark.Notifications.Changes;

namespace Waymark.Notifications.Data;

/// <summary>The database of notifications and recent changes, with the copies of projects, members and tasks.</summary>
internal sealed class NotificationsDbContext(DbContextOptions<NotificationsDbContext> options, WriteScope scope)
    : ServiceDbContext(options, scope)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddMembership();
        modelBuilder.AddTaskCopies();
        modelBuilder.Entity<Notification>(notification =>
        {
            notification.ToTable("notification");
            notification.HasKey(n => n.Id);
            notification.Property(n => n.Id).ValueGeneratedNever();
            notification.HasIndex(n => new { n.UserId, n.EventId }).IsUnique();
            notification.HasIndex(n => new { n.UserId, n.Id });
            notification.HasIndex(n => n.TaskId).HasFilter("task_id is not null");
            notification.HasIndex(n => new { n.UserId, n.Id }, "Unread").HasDatabaseName("ix_notification_unread").HasFilter("read_at is null");
        });
        modelBuilder.Entity<ChangeRow>(change =>
        {
            change.ToTable("change");
            change.HasKey(c => c.Seq);
            change.Property(c => c.Seq).UseIdentityAlwaysColumn();
            change.Property(c => c.AddedAt).HasDefaultValueSql("now()");
            change.HasIndex(c => new { c.ProjectId, c.Seq });
        });
    }
}
