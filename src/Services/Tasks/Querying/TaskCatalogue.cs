using Waymark.Contracts.Users;
using Waymark.Querying.Fields;

namespace Waymark.Tasks.Querying;

/// <summary>What a query about tasks can speak of, with the people whose names and the custom fields that it may use.</summary>
internal sealed class TaskCatalogue(IReadOnlyList<DirectoryUser> people, IReadOnlyList<Field> custom) : IFieldCatalogue
{
    /// <summary>For queries that name nobody and no custom field.</summary>
    public static readonly TaskCatalogue WithoutPeople = new([], []);

    public static TaskCatalogue Of(IReadOnlyList<DirectoryUser> people, IReadOnlyList<Field> custom) =>
        people.Count + custom.Count > 0 ? new TaskCatalogue(people, custom) : WithoutPeople;

    public IReadOnlyList<Field> Fields => TaskQueryFields.All;

    public Field SearchField => TaskQueryFields.All[0];

    public IReadOnlyList<string> CustomNames => [.. custom.Select(f => f.Name)];

    public IReadOnlyList<string> PeopleNames => [.. people.Select(p => p.DisplayName)];

    public Field? Find(string name) => TaskQueryFields.Find(name);

    public Field? FindCustom(string name) => custom.FirstOrDefault(f => LabelNames.Fold(f.Name) == LabelNames.Fold(name));

    public IReadOnlyList<Guid> PeopleNamed(string name) =>
    [
        .. people.Where(p => p.DisplayName.Equals(name, StringComparison.OrdinalIgnoreCase) || p.Email.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(p => p.Id).Order(),
    ];
}
