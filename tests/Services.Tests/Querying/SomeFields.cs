using Waymark.Querying.Fields;

namespace Waymark.Services.Tests.Querying;

/// <summary>A catalogue with a field of each type, for tests of the language alone.</summary>
internal sealed class SomeFields : IFieldCatalogue
{
    public static readonly Guid Ada = new("0190a000-0000-7000-8000-00000000000a");
    public static readonly Guid OtherAda = new("0190a000-0000-7000-8000-00000000000b");
    public static readonly Guid Bo = new("0190a000-0000-7000-8000-00000000000c");

    private static readonly Dictionary<string, Guid[]> People = new(StringComparer.OrdinalIgnoreCase) { ["Ada Byron"] = [Ada, OtherAda], ["bo@example.org"] = [Bo], ["me"] = [Bo] };

    private static readonly Field[] Custom =
    [
        new("Cost", FieldType.Number) { IsCustom = true, IsSortable = true },
        new("Risk \"level\"", FieldType.Choice) { IsCustom = true, Choices = ["small", "very high"] },
    ];

    public IReadOnlyList<Field> Fields { get; } =
    [
        new("text", FieldType.Prose),
        new("title", FieldType.Text) { IsSortable = true },
        new("size", FieldType.Number) { IsSortable = true },
        new("due", FieldType.Moment) { IsSortable = true, EndsDay = true },
        new("made", FieldType.Moment),
        new("colour", FieldType.Choice) { Choices = ["red", "green", "blue"], IsOrdered = true, IsSortable = true },
        new("state", FieldType.Choice) { Choices = ["todo", "in_work", "done"], IsOpen = true },
        new("owner", FieldType.Person),
        new("helper", FieldType.People),
        new("tag", FieldType.Labels),
        new("urgent", FieldType.Boolean),
        new("group", FieldType.Relation) { Example = "AB-1", KeyOf = text => text.Contains('-', StringComparison.Ordinal) ? text.ToUpperInvariant() : null, Words = ["current"] },
    ];

    public Field SearchField => Fields[0];

    public IReadOnlyList<string> CustomNames => [.. Custom.Select(f => f.Name)];

    public IReadOnlyList<string> PeopleNames => [.. People.Keys];

    public IReadOnlyList<Field> All => [.. Fields, .. Custom];

    public Field? Find(string name) => Fields.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public Field? FindCustom(string name) => Custom.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<Guid> PeopleNamed(string name) => People.GetValueOrDefault(name, []);
}
