using Waymark.Querying.Fields;
using Waymark.Querying.Syntax;
using Waymark.Querying.Tree;

namespace Waymark.Querying.Checking;

/// <summary>Resolves the names and values of a syntax tree; a method that gives nothing has left the first fault behind.</summary>
internal sealed class Checker(IFieldCatalogue catalogue)
{
    private readonly ValueReader _values = new(catalogue);
    private readonly List<QueryReference> _references = [];
    private QueryFault? _fault;

    public QueryReading Check(SyntaxQuery syntax)
    {
        var where = syntax.Where is null ? null : Check(syntax.Where);
        var orders = new List<SortOrder>();
        foreach (var order in syntax.OrderBy)
        {
            if (_fault is null && Sortable(order.Name) is { } field)
            {
                orders.Add(new SortOrder(field, order.IsDescending));
            }
        }

        return _fault is null ? new QueryReading(new Query(where, [.. orders]), null, [.. _references]) : new QueryReading(null, _fault, []);
    }

    private Condition? Check(SyntaxCondition condition) => condition switch
    {
        SyntaxText text => new Comparison(catalogue.SearchField, Comparator.Contains, [new TextOperand(text.Text)]),
        SyntaxNot not => Check(not.Part) is { } part ? new Not(part) : null,
        SyntaxJunction junction => CheckParts(junction),
        SyntaxComparison comparison => CheckComparison(comparison),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private Condition? CheckParts(SyntaxJunction junction)
    {
        var parts = new List<Condition>();
        foreach (var syntax in junction.Parts)
        {
            if (Check(syntax) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return junction.IsAny ? new AnyOf([.. parts]) : new AllOf([.. parts]);
    }

    private Comparison? CheckComparison(SyntaxComparison comparison)
    {
        if (Find(comparison.Name) is not { } field)
        {
            return null;
        }

        if (!field.Comparators.Contains(comparison.Comparator))
        {
            var possible = field.Comparators.Select(Comparators.TextOf).ToList();
            Fail(comparison.ComparatorPosition, $"{field} is not compared by {Comparators.TextOf(comparison.Comparator)}, but by {string.Join(", ", possible)}.", possible);
            return null;
        }

        var operands = new List<Operand>();
        foreach (var syntax in comparison.Operands)
        {
            if (_values.Read(field, syntax) is not { } operand)
            {
                _fault ??= _values.Fault;
                return null;
            }

            operands.Add(operand);
            if (operand is KeyOperand or IdOperand or ChoiceOperand { Rank: < 0 })
            {
                _references.Add(new QueryReference(field, operand, syntax.Position));
            }
        }

        return new Comparison(field, comparison.Comparator, [.. operands]);
    }

    private Field? Sortable(SyntaxName name)
    {
        if (Find(name) is not { } field)
        {
            return null;
        }

        if (field.IsSortable)
        {
            return field;
        }

        var sortable = catalogue.Fields.Where(f => f.IsSortable).Select(f => f.Name).ToList();
        Fail(name.Position, $"{field} has no order; order by one of {string.Join(", ", sortable)}.", sortable);
        return null;
    }

    private Field? Find(SyntaxName name)
    {
        if ((name.IsCustom ? catalogue.FindCustom(name.Text) : catalogue.Find(name.Text)) is { } field)
        {
            return field;
        }

        var known = name.IsCustom ? catalogue.CustomNames : [.. catalogue.Fields.Select(f => f.Name)];
        var near = NearNames.Of(name.Text, known);
        var what = name.IsCustom ? "custom field" : "field";
        Fail(name.Position, $"There is no {what} \"{Shortened.Text(name.Text)}\".{Shortened.Hint(near)}", near.Count > 0 ? near : [.. known, $"a {what}"]);
        return null;
    }

    private void Fail(int position, string detail, IEnumerable<string> expected) => _fault ??= QueryFault.At(position, detail, expected);
}
