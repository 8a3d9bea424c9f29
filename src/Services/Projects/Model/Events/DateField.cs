using System.Globalization;

namespace Waymark.Projects.Model.Events;

/// <summary>A calendar date among the fields that events record.</summary>
internal static class DateField
{
    private const string Format = "yyyy-MM-dd";

    public static StreamField<TRow> Of<TRow>(string name, Func<TRow, DateOnly?> get, Action<TRow, DateOnly?> set) =>
        new StreamField<TRow, DateOnly?>(
            name,
            get,
            set,
            (j, v) => j.WriteStringValue(v?.ToString(Format, CultureInfo.InvariantCulture)),
            v => v.GetString() is { } text ? DateOnly.ParseExact(text, Format, CultureInfo.InvariantCulture) : null);
}
