using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Identity.Data;

internal sealed class UserAccountConfiguration : IEntityTypeConfiguration<UserAccount>
{
    public void Configure(EntityTypeBuilder<UserAccount> account)
    {
        account.ToTable("user_account");
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Version).IsConcurrencyToken();
        account.Ignore(a => a.PartitionKey).Ignore(a => a.TenantId);
        account.HasIndex(a => a.EmailFolded).IsUnique();
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("session");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Version).IsConcurrencyToken();
        session.Ignore(s => s.PartitionKey).Ignore(s => s.TenantId);
        session.HasOne<UserAccount>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(s => new { s.UserId, s.Id }).HasFilter("revoked_at is null");
        session.HasIndex(s => s.RevokedAt).HasFilter("revoked_at is not null");
        session.HasIndex(s => s.ExpiresAt);
    }
}

internal sealed class RefreshTokenConfiguration : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> token)
    {
        token.ToTable("refresh_token");
        token.Property(t => t.Id).ValueGeneratedNever();
        token.HasOne<Session>().WithMany().HasForeignKey(t => t.SessionId).OnDelete(DeleteBehavior.Cascade);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasIndex(t => t.ExpiresAt);
    }
}

internal sealed class SignInCounterConfiguration : IEntityTypeConfiguration<SignInCounter>
{
    public void Configure(EntityTypeBuilder<SignInCounter> counter)
    {
        counter.ToTable("sign_in_counter");
        counter.HasKey(c => c.Key);
        counter.HasIndex(c => c.LastFailureAt);
    }
}

internal sealed class KnownDeviceConfiguration : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> device)
    {
        device.ToTable("known_device");
        device.HasKey(d => new { d.Hash, d.UserId });
        device.HasOne<UserAccount>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
        device.HasIndex(d => d.LastUsedAt);
    }
}

internal sealed class PasswordResetConfiguration : IEntityTypeConfiguration<PasswordReset>
{
    public void Configure(EntityTypeBuilder<PasswordReset> reset)
    {
        reset.ToTable("password_reset");
        reset.HasKey(r => r.Hash);
        reset.HasOne<UserAccount>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
        reset.HasIndex(r => r.ExpiresAt);
    }
}

internal sealed class FounderConfiguration : IEntityTypeConfiguration<Founder>
{
    public void Configure(EntityTypeBuilder<Founder> founder)
    {
        founder.ToTable("founder", table => table.HasCheckConstraint("ck_founder_only_one", $"id = {Founder.OnlyId}"));
        founder.Property(f => f.Id).ValueGeneratedNever();
    }
}

internal sealed class StoredSigningKeyConfiguration : IEntityTypeConfiguration<StoredSigningKey>
{
    public void Configure(EntityTypeBuilder<StoredSigningKey> key)
    {
        key.ToTable("signing_key");
        key.HasKey(k => k.Slot);
        key.Property(k => k.Slot).ValueGeneratedNever();
    }
}
