namespace Waymark.Querying.Fields;

/// <summary>What a query can speak of; given by whoever uses the language.</summary>
public interface IFieldCatalogue
{
    /// <summary>All fields but the custom ones.</summary>
    IReadOnlyList<Field> Fields { get; }

    /// <summary>The field that a text alone searches in.</summary>
    Field SearchField { get; }

    /// <summary>The field of this name, compared without regard to case.</summary>
    Field? Find(string name);

    /// <summary>The custom field of this name, compared without regard to case.</summary>
    Field? FindCustom(string name);

    /// <summary>The names of the custom fields, for who misspelt one.</summary>
    IReadOnlyList<string> CustomNames { get; }

    /// <summary>The people whom a name or an address stands for; none when nobody bears it.</summary>
    IReadOnlyList<Guid> PeopleNamed(string name);

    /// <summary>The names of the people, for who misspelt one.</summary>
    IReadOnlyList<string> PeopleNames { get; }
}
