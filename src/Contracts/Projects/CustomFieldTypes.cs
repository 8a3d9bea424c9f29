namespace Waymark.Contracts.Projects;

/// <summary>The types of custom fields, as they stand on the wire, and what a value of each looks like in JSON.</summary>
public static class CustomFieldTypes
{
    /// <summary>A string of at most 2,000 characters.</summary>
    public const string Text = "text";

    /// <summary>A number.</summary>
    public const string Number = "number";

    /// <summary>A number with at most four decimals, an amount in the currency of the field.</summary>
    public const string Money = "money";

    /// <summary>A calendar date, <c>2026-12-24</c>.</summary>
    public const string Date = "date";

    /// <summary>One of the options.</summary>
    public const string Choice = "choice";

    /// <summary>A list of options, each at most once.</summary>
    public const string Choices = "choices";

    /// <summary>The id of somebody who can see the project.</summary>
    public const string Person = "person";

    /// <summary>True or false.</summary>
    public const string Checkbox = "checkbox";

    /// <summary>An address that begins with <c>http://</c> or <c>https://</c>.</summary>
    public const string Link = "link";

    /// <summary>A whole number from 1 to 5.</summary>
    public const string Rating = "rating";

    /// <summary>Computed from the fields of the same task: a number, an amount of money, a date or true or false, as its formula has it.</summary>
    public const string Formula = "formula";

    /// <summary>Computed from one field of all tasks below: a number, an amount of money or a date.</summary>
    public const string RollUp = "rollup";

    /// <summary>All types.</summary>
    public static readonly IReadOnlyList<string> All = [Text, Number, Money, Date, Choice, Choices, Person, Checkbox, Link, Rating, Formula, RollUp];

    /// <summary>Whether a field of this type has options.</summary>
    public static bool HasOptions(string type) => type is Choice or Choices;

    /// <summary>Whether values of a field of this type are computed, and never set.</summary>
    public static bool IsComputed(string type) => type is Formula or RollUp;
}
