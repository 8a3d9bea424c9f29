using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Projects.DaysOff;
using Waymark.Projects.Rates;
using Waymark.Projects.TimeSheets;

namespace Waymark.Projects.Data;

internal sealed class TimeSheetConfiguration : IEntityTypeConfiguration<TimeSheet>
{
    public void Configure(EntityTypeBuilder<TimeSheet> sheet)
    {
        sheet.BePartOfAProject("time_sheet");
        sheet.Ignore(s => s.Total);
        sheet.HasIndex(s => new { s.ProjectId, s.UserId, s.Week }).IsUnique();
    }
}

internal sealed class ProjectRateConfiguration : IEntityTypeConfiguration<ProjectRate>
{
    public void Configure(EntityTypeBuilder<ProjectRate> rate)
    {
        rate.ToTable("rate");
        rate.Property(r => r.Id).ValueGeneratedNever();
        rate.Property(r => r.Version).IsConcurrencyToken().HasDefaultValue(1L);
        rate.Ignore(r => r.PartitionKey).Ignore(r => r.TenantId);
        rate.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Cascade);
        rate.HasIndex(r => new { r.ProjectId, r.UserId, r.ValidFrom }).IsUnique().AreNullsDistinct(false);
    }
}

internal sealed class DayOffConfiguration : IEntityTypeConfiguration<DayOff>
{
    public void Configure(EntityTypeBuilder<DayOff> days)
    {
        days.ToTable("day_off");
        days.Property(d => d.Id).ValueGeneratedNever();
        days.HasIndex(d => new { d.UserId, d.Id });
    }
}

internal sealed class CapacityConfiguration : IEntityTypeConfiguration<Capacity>
{
    public void Configure(EntityTypeBuilder<Capacity> capacity)
    {
        capacity.ToTable("capacity");
        capacity.HasKey(c => c.UserId);
        capacity.Property(c => c.UserId).ValueGeneratedNever();
        capacity.Property(c => c.HoursPerWeek).HasColumnType("numeric(6,2)");
        capacity.Property(c => c.Version).IsConcurrencyToken();
    }
}
