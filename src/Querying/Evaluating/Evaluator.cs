using Waymark.Querying.Fields;
using Waymark.Querying.Tree;

namespace Waymark.Querying.Evaluating;

/// <summary>Tells in memory whether a condition holds for a thing, as a database would that translates it truly.</summary>
public static class Evaluator
{
    /// <summary>Whether the condition holds; no condition holds for everything.</summary>
    public static bool Holds(Condition? condition, IFieldValues thing, EvaluationContext context) => condition switch
    {
        null => true,
        AllOf all => all.Parts.All(part => Holds(part, thing, context)),
        AnyOf any => any.Parts.Any(part => Holds(part, thing, context)),
        Not not => !Holds(not.Part, thing, context),
        Comparison comparison => Holds(comparison, thing, context),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static bool Holds(Comparison comparison, IFieldValues thing, EvaluationContext context)
    {
        var value = thing.ValueOf(comparison.Field);
        var positive = Comparators.Positive(comparison.Comparator);
        var holds = positive == Comparator.IsEmpty
            ? IsEmpty(value)
            : comparison.Operands.Any(operand => Fits(comparison.Field, value, positive, operand, context));
        return holds == (positive == comparison.Comparator);
    }

    private static bool IsEmpty(object? value) => value switch
    {
        null or "" => true,
        string[] texts => texts.All(t => t.Length == 0),
        Guid[] ids => ids.Length == 0,
        Related[] others => others.Length == 0,
        _ => false,
    };

    private static bool Fits(Field field, object? value, Comparator comparator, Operand operand, EvaluationContext context) => (value, operand) switch
    {
        (string[] texts, TextOperand wanted) when comparator == Comparator.Contains =>
            texts.Any(t => t.Contains(wanted.Text, StringComparison.OrdinalIgnoreCase)),
        (string[] texts, TextOperand wanted) => texts.Any(t => t.Equals(wanted.Text, StringComparison.OrdinalIgnoreCase)),
        (decimal number, NumberOperand wanted) => Fits(number.CompareTo(wanted.Number), comparator),
        (string choice, ChoiceOperand wanted) when comparator is Comparator.Equal or Comparator.In => choice == wanted.Key,
        (string choice, ChoiceOperand wanted) => Fits(RankOf(field, choice).CompareTo(wanted.Rank), comparator),
        (bool flag, BooleanOperand wanted) => flag == wanted.IsTrue,
        (Guid[] people, CallerOperand) => people.Contains(context.CallerId),
        (Guid[] people, PeopleOperand wanted) => people.Any(wanted.Ids.Contains),
        (Related[] others, _) => others.Any(other => Fits(field, other, comparator, operand, context)),
        (Related other, IdOperand wanted) => other.Id == wanted.Id,
        (Related other, KeyOperand wanted) => other.Keys.Contains(wanted.Key, StringComparer.Ordinal),
        (Related other, WordOperand wanted) => other.Words.Contains(wanted.Word, StringComparer.Ordinal),
        (DateTimeOffset instant, MomentOperand wanted) => wanted.Date.IsDay
            ? FitsDay(instant, wanted.Date.DayIn(context.Zone, context.Now), field.EndsDay, comparator, context.Zone)
            : Fits(instant.CompareTo(wanted.Date.InstantIn(context.Zone, context.Now)), comparator),
        _ => false,
    };

    /// <summary>
    /// An instant against a whole day. The instant at which a day ends belongs to it where dates stand for their ends, else to
    /// the next one.
    /// </summary>
    private static bool FitsDay(DateTimeOffset instant, DateOnly day, bool endsDay, Comparator comparator, TimeZoneInfo zone)
    {
        var (start, end) = (Days.StartOf(day, zone), Days.StartOf(day.AddDays(1), zone));
        var isBefore = endsDay ? instant <= start : instant < start;
        var isAfter = endsDay ? instant > end : instant >= end;
        return Fits(isBefore ? -1 : isAfter ? 1 : 0, comparator);
    }

    private static bool Fits(int order, Comparator comparator) => comparator switch
    {
        Comparator.Less => order < 0,
        Comparator.LessOrEqual => order <= 0,
        Comparator.Greater => order > 0,
        Comparator.GreaterOrEqual => order >= 0,
        _ => order == 0,
    };

    private static int RankOf(Field field, string choice)
    {
        for (var i = 0; i < field.Choices.Count; i++)
        {
            if (field.Choices[i] == choice)
            {
                return i;
            }
        }

        return -1;
    }
}
