namespace Waymark.Identity.Data;

/// <summary>The database of identity: accounts, sessions, and what guards them.</summary>
internal sealed class IdentityDbContext(DbContextOptions<IdentityDbContext> options, WriteScope scope) : ServiceDbContext(options, scope)
{
    public DbSet<UserAccount> Accounts => Set<UserAccount>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<SignInCounter> SignInCounters => Set<SignInCounter>();

    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();

    public DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();

    public DbSet<StoredSigningKey> SigningKeys => Set<StoredSigningKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new UserAccountConfiguration());
        modelBuilder.ApplyConfiguration(new SessionConfiguration());
        modelBuilder.ApplyConfiguration(new RefreshTokenConfiguration());
        modelBuilder.ApplyConfiguration(new SignInCounterConfiguration());
        modelBuilder.ApplyConfiguration(new KnownDeviceConfiguration());
        modelBuilder.ApplyConfiguration(new PasswordResetConfiguration());
        modelBuilder.ApplyConfiguration(new FounderConfiguration());
        modelBuilder.ApplyConfiguration(new StoredSigningKeyConfiguration());
    }
}
