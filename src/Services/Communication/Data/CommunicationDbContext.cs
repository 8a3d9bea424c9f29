namespace Waymark.Communication.Data;

/// <summary>The database of comments, with the copies of projects, members and tasks.</summary>
internal sealed class CommunicationDbContext(DbContextOptions<CommunicationDbContext> options, WriteScope scope)
    : ServiceDbContext(options, scope)
{
    public DbSet<Comment> Comments => Set<Comment>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddMembership();
        modelBuilder.AddTaskCopies();
        modelBuilder.Entity<Comment>(comment =>
        {
            comment.ToTable("comment");
            comment.HasKey(c => c.Id);
            comment.Property(c => c.Id).ValueGeneratedNever();
            comment.Property(c => c.Version).IsConcurrencyToken();
            comment.Ignore(c => c.PartitionKey).Ignore(c => c.TenantId);
            comment.HasIndex(c => new { c.TaskId, c.CreatedAt, c.Id });
        });
    }
}
