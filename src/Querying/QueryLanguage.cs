using Waymark.Querying.Checking;
using Waymark.Querying.Fields;
using Waymark.Querying.Syntax;
using Waymark.Querying.Tree;

namespace Waymark.Querying;

/// <summary>A syntax tree, or why there is none.</summary>
public sealed record SyntaxReading(SyntaxQuery? Query, QueryFault? Fault);

/// <summary>A typed query, or why there is none.</summary>
/// <param name="Query">The query; null when there is a fault.</param>
/// <param name="Fault">The first fault; null when there is none.</param>
/// <param name="References">Values that only the owner of the data can judge, where they stand in the text.</param>
public sealed record QueryReading(Query? Query, QueryFault? Fault, Sequence<QueryReference> References);

/// <summary>A value of a field whose values the catalogue does not know in full.</summary>
public sealed record QueryReference(Field Field, Operand Operand, int Position);

/// <summary>Reads texts as queries, in one step or in two.</summary>
public static class QueryLanguage
{
    /// <summary>Reads a text, by its form alone.</summary>
    public static SyntaxReading Parse(string text) => Parser.Parse(text);

    /// <summary>Resolves the names and values of what was parsed.</summary>
    public static QueryReading Check(SyntaxQuery syntax, IFieldCatalogue catalogue) => new Checker(catalogue).Check(syntax);

    /// <summary>Reads a text and resolves its names and values.</summary>
    public static QueryReading Read(string text, IFieldCatalogue catalogue)
    {
        var parsed = Parse(text);
        return parsed.Query is null ? new QueryReading(null, parsed.Fault, []) : Check(parsed.Query, catalogue);
    }
}
