using Waymark.ActivityLog.Recording;
using Waymark.ActivityLog.Sealing;

namespace Waymark.ActivityLog.Data;

/// <summary>The database of the record: entries, seals, people's keys, and the copy of projects and members.</summary>
internal sealed class ActivityLogDbContext(DbContextOptions<ActivityLogDbContext> options, WriteScope scope) : ServiceDbContext(options, scope)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddMembership();
        modelBuilder.Entity<ActivityEntry>(entry =>
        {
            entry.ToTable("activity_entry");
            entry.HasKey(e => e.Id);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.HasIndex(e => new { e.ProjectId, e.At, e.Id }).HasFilter("project_id is not null");
            entry.HasIndex(e => new { e.TaskId, e.At, e.Id }).HasFilter("task_id is not null");
            entry.HasIndex(e => new { e.ActorId, e.At, e.Id }).HasFilter("actor_id is not null");
        });
        modelBuilder.Entity<Seal>(seal =>
        {
            seal.ToTable("seal");
            seal.HasKey(s => s.Seq);
            seal.Property(s => s.Seq).ValueGeneratedNever();
        });
        modelBuilder.Entity<UnsealedBatch>(batch =>
        {
            batch.ToTable("unsealed");
            batch.HasKey(b => b.Id);
            batch.Property(b => b.Id).UseIdentityAlwaysColumn();
        });
        modelBuilder.Entity<PersonKey>(key =>
        {
            key.ToTable("person_key");
            key.HasKey(k => k.PersonId);
            key.Property(k => k.PersonId).ValueGeneratedNever();
        });
    }
}
