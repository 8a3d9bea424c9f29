using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Tasks.Model;

/// <summary>
/// When a task starts, is due or has its deadline: a calendar date, which is that whole day wherever the reader is, or an instant. It is
/// answered in the form in which it was set.
/// </summary>
[JsonConverter(typeof(MomentConverter))]
public readonly record struct Moment
{
    private Moment(DateOnly? date, DateTimeOffset? instant)
    {
        Date = date;
        Instant = instant;
    }

    /// <summary>The calendar date, where it is one.</summary>
    public DateOnly? Date { get; }

    /// <summary>The instant, where it is one.</summary>
    public DateTimeOffset? Instant { get; }

    /// <summary>From a calendar date.</summary>
    public static Moment On(DateOnly date) => new(date, null);

    /// <summary>From an instant.</summary>
    public static Moment At(DateTimeOffset instant) => new(null, instant);

    /// <summary>From its two columns; null when the moment is not set.</summary>
    internal static Moment? FromColumns(DateOnly? date, DateTimeOffset? instant) =>
        date is { } d ? On(d) : instant is { } i ? At(i) : null;

    /// <summary>Reads <c>YYYY-MM-DD</c> or an RFC 3339 instant.</summary>
    public static bool TryParse(string? text, out Moment moment)
    {
        moment = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            moment = On(date);
            return date.Year is >= 1900 and <= 2200;
        }

        if (!InstantConverter.TryParse(text, out var instant))
        {
            return false;
        }

        moment = At(instant);
        return true;
    }

    /// <summary>The instant that sorting and "overdue" go by: a date begins (or ends) with its day in the project's time zone.</summary>
    internal DateTimeOffset Effective(TimeZoneInfo zone, bool isEnd)
    {
        if (Instant is { } instant)
        {
            return instant;
        }

        var midnight = Date!.Value.AddDays(isEnd ? 1 : 0).ToDateTime(TimeOnly.MinValue);
        // Midnight may fall into the hour that a time change skips; the day then begins when the clock goes on.
        var local = zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <inheritdoc />
    public override string ToString() =>
        Date is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : InstantConverter.Format(Instant!.Value);
}

internal sealed class MomentConverter : JsonConverter<Moment>
{
    public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Moment.TryParse(reader.GetString(), out var moment)
            ? moment
            : throw new JsonException("A date such as 2026-03-01 or an instant such as 2026-03-01T09:30:00Z is expected.");

    public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
