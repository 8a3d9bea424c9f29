using Waymark.Querying.Fields;
using Waymark.Querying.Tree;
using Waymark.Tasks.Searching;

namespace Waymark.Tasks.Querying;

/// <summary>The parts of a query that must all hold: texts, which an index can help to find, and conditions.</summary>
internal static class PartsOfQuery
{
    /// <summary>Writes each part as SQL, and adds it to those of its kind.</summary>
    public static void Write(Condition? where, ConditionSql sql, List<string> conditions, List<SoughtText> texts)
    {
        foreach (var part in where switch { null => [], AllOf all => all.Parts, _ => (IEnumerable<Condition>)[where] })
        {
            var condition = sql.Write(part);
            if (part is Comparison { Comparator: Comparator.Contains, Field: { IsCustom: false, Type: FieldType.Text or FieldType.Prose } field } text)
            {
                texts.Add(new SoughtText(((TextOperand)text.Operands[0]).Text, condition, IsInKeys: TaskQueryFields.AreKeysIn(field)));
            }
            else
            {
                conditions.Add(condition);
            }
        }
    }
}
