using Waymark.Contracts.Users;
using Waymark.Querying.Fields;

namespace Waymark.Tasks.Querying;

/// <summary>What a query about tasks can speak of, with the people whose names it may use.</summary>
internal sealed class TaskCatalogue(IReadOnlyList<DirectoryUser> people) : IFieldCatalogue
{
    /// <summary>For queries that name nobody.</summary>
    public static readonly TaskCatalogue WithoutPeople = new([]);

    public IReadOnlyList<Field> Fields => TaskQueryFields.All;

    public Field SearchField => TaskQueryFields.All[0];

    public IReadOnlyList<string> CustomNames => [];

    public IReadOnlyList<string> PeopleNames => [.. people.Select(p => p.DisplayName)];

    public Field? Find(string name) => TaskQueryFields.Find(name);

    public Field? FindCustom(string name) => null;

    public IReadOnlyList<Guid> PeopleNamed(string name) =>
    [
        .. people.Where(p => p.DisplayName.Equals(name, StringComparison.OrdinalIgnoreCase) || p.Email.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(p => p.Id).Order(),
    ];
}
