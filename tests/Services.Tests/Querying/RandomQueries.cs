using Waymark.Querying;
using Waymark.Querying.Fields;
using Waymark.Querying.Tree;

namespace Waymark.Services.Tests.Querying;

/// <summary>Makes queries by chance: any shape, any comparator that a field has, values from a pool of its owner.</summary>
internal sealed class RandomQueries(Random random, IReadOnlyList<Field> fields, Func<Field, Operand> operandOf)
{
    private static readonly char[] Units = ['d', 'w', 'm', 'y', 'h'];

    public Query Next(int depth = 4)
    {
        var sortable = fields.Where(f => f.IsSortable).ToList();
        var orders = Enumerable.Range(0, random.Next(3)).Select(_ => new SortOrder(sortable[random.Next(sortable.Count)], random.Next(2) == 0));
        return new Query(random.Next(50) == 0 ? null : Condition(depth), [.. orders]);
    }

    public Condition Condition(int depth) => (depth == 0 ? 9 : random.Next(10)) switch
    {
        0 or 1 => new AllOf(Parts(depth)),
        2 or 3 => new AnyOf(Parts(depth)),
        4 => new Not(Condition(depth - 1)),
        _ => Comparison(),
    };

    public DateExpression Date(DateTimeOffset near)
    {
        var start = (DateBase)random.Next(Enum.GetValues<DateBase>().Length);
        var instant = near.AddMinutes(random.Next(-20_000, 20_000));
        var offsets = Enumerable.Range(0, random.Next(3) == 0 ? random.Next(1, 4) : 0)
            .Select(_ => new DateOffset((random.Next(2) * 2 - 1) * random.Next(1, 40), Units[random.Next(Units.Length)]));
        return new DateExpression(
            start,
            start == DateBase.Day ? DateOnly.FromDateTime(instant.UtcDateTime) : null,
            start == DateBase.Instant ? new DateTimeOffset(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero) : null,
            [.. offsets]);
    }

    private Comparison Comparison()
    {
        var field = fields[random.Next(fields.Count)];
        var comparators = field.Comparators.ToList();
        var comparator = comparators[random.Next(comparators.Count)];
        var count = Comparators.Positive(comparator) switch { Comparator.IsEmpty => 0, Comparator.In => random.Next(1, 4), _ => 1 };
        return new Comparison(field, comparator, [.. Enumerable.Range(0, count).Select(_ => operandOf(field))]);
    }

    private Sequence<Condition> Parts(int depth) => [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Condition(depth - 1))];
}
