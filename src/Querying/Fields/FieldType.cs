namespace Waymark.Querying.Fields;

/// <summary>What a field's values are; it decides how the field can be compared.</summary>
public enum FieldType
{
    /// <summary>A short text, compared as a whole or searched, without regard to case.</summary>
    Text,

    /// <summary>Long texts that are only searched.</summary>
    Prose,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A calendar date or an instant.</summary>
    Moment,

    /// <summary>One of a few named values.</summary>
    Choice,

    /// <summary>One person, or nobody.</summary>
    Person,

    /// <summary>Any number of people.</summary>
    People,

    /// <summary>Any number of names, compared without regard to case.</summary>
    Labels,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>Another thing, or several, named by their keys or ids.</summary>
    Relation,
}
