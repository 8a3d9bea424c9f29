using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Tasks.Model.Planning;

namespace Waymark.Tasks.Data;

internal sealed class ProjectCalendarConfiguration : IEntityTypeConfiguration<ProjectCalendar>
{
    public void Configure(EntityTypeBuilder<ProjectCalendar> calendar)
    {
        calendar.ToTable("project_calendar");
        calendar.HasKey(c => c.ProjectId);
        calendar.Property(c => c.ProjectId).ValueGeneratedNever();
        calendar.Property(c => c.WeekJson).HasColumnName("week");
        calendar.Property(c => c.Version).IsConcurrencyToken();
        calendar.Ignore(c => c.Week).Ignore(c => c.PartitionKey).Ignore(c => c.TenantId);
    }
}

internal sealed class ProjectAllocationConfiguration : IEntityTypeConfiguration<ProjectAllocation>
{
    public void Configure(EntityTypeBuilder<ProjectAllocation> allocation)
    {
        allocation.ToTable("project_allocation");
        allocation.HasKey(a => a.Id);
        allocation.Property(a => a.Id).ValueGeneratedNever();
        allocation.Property(a => a.HoursPerWeek).HasColumnType("numeric(6,2)");
        allocation.HasIndex(a => a.ProjectId);
    }
}
