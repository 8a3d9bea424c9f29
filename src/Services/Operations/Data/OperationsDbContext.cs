namespace Waymark.Operations.Data;

/// <summary>The database of operations: acts under way, and the outbox that tells of them.</summary>
internal sealed class OperationsDbContext(DbContextOptions<OperationsDbContext> options, WriteScope scope) : ServiceDbContext(options, scope)
{
    public DbSet<LetterAct> Acts => Set<LetterAct>();

    public DbSet<SagaAct> SagaActs => Set<SagaAct>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<LetterAct>(act =>
        {
            act.ToTable("letter_act");
            act.Property(a => a.Id).ValueGeneratedNever();
            act.Property(a => a.Version).IsConcurrencyToken();
            act.Ignore(a => a.PartitionKey).Ignore(a => a.TenantId);
        });
        modelBuilder.Entity<SagaAct>(act =>
        {
            act.ToTable("saga_act");
            act.Property(a => a.Id).ValueGeneratedNever();
            act.Property(a => a.Version).IsConcurrencyToken();
            act.Ignore(a => a.PartitionKey).Ignore(a => a.TenantId);
        });
    }
}
