using Waymark.Projects.Parts;
using static Waymark.Platform.EventSourcing.StreamField<Waymark.Projects.Model.Allocation>;

namespace Waymark.Projects.Model;

/// <summary>How many hours a week somebody is planned for a project, from one day to another.</summary>
internal sealed class Allocation : IProjectPart
{
    public static readonly StreamFields<Allocation> Fields = new(
    [
        Id("userId", a => a.UserId, (a, v) => a.UserId = v!.Value),
        new StreamField<Allocation, decimal>("hoursPerWeek", a => a.HoursPerWeek, (a, v) => a.HoursPerWeek = v, (j, v) => j.WriteNumberValue(v), v => v.GetDecimal()),
        DateField.Of<Allocation>("from", a => a.From, (a, v) => a.From = v!.Value),
        DateField.Of<Allocation>("to", a => a.To, (a, v) => a.To = v!.Value),
    ]);

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid WorkspaceId { get; init; }

    public Guid UserId { get; set; }

    public decimal HoursPerWeek { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    public string PartitionKey => $"allocation:{Id}";

    public Guid? TenantId => WorkspaceId;

    public Allocation Draft() => (Allocation)MemberwiseClone();

    public AllocationState State() => new(Id, ProjectId, UserId, HoursPerWeek, From, To);
}
