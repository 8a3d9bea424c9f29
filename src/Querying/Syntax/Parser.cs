using Waymark.Querying.Tree;

namespace Waymark.Querying.Syntax;

/// <summary>
/// Reads tokens by recursive descent; parentheses and <c>not</c> are the only recursion, and their depth is bounded. A method
/// that gives nothing has left the first fault behind.
/// </summary>
internal sealed class Parser : TokenReader
{
    private static readonly string[] AfterCondition = [Keywords.And, Keywords.Or, "order by", "the end"];
    private static readonly string[] Signs = ["=", "!=", "<", "<=", ">", ">=", "~", "!~", "in", "not in", "is empty", "is not empty"];
    private static readonly string[] Beginnings = ["a field", "a text in quotes", Keywords.Not, "("];

    private readonly OperandReader _operands;
    private int _terms;

    private Parser(string text)
        : base(Lexer.Read(text)) => _operands = new OperandReader(text, Tokens);

    private bool IsAtOrder => Current.Is(Keywords.Order) && Following.Is(Keywords.By);

    public static SyntaxReading Parse(string text)
    {
        if (text.Length > QueryLimits.MaxLength)
        {
            return new SyntaxReading(null, QueryFault.At(QueryLimits.MaxLength, $"A query has at most {QueryLimits.MaxLength} characters.", "the end"));
        }

        var parser = new Parser(text);
        var query = parser.ReadQuery();
        return parser.Fault is { } fault ? new SyntaxReading(null, fault) : new SyntaxReading(query, null);
    }

    private SyntaxQuery? ReadQuery()
    {
        SyntaxCondition? where = null;
        if (Current.Kind != TokenKind.End && !IsAtOrder)
        {
            where = IsWordsOnly() ? ReadWords() : ReadAny(depth: 0);
            if (where is null)
            {
                return null;
            }
        }

        var orders = IsAtOrder ? ReadOrders() : [];
        if (Fault is null && Current.Kind != TokenKind.End)
        {
            FailBehind();
        }

        return Fault is null ? new SyntaxQuery(where, [.. orders]) : null;
    }

    /// <summary>A query without any sign or joining word of the language is what somebody typed into a search box.</summary>
    private bool IsWordsOnly()
    {
        for (var i = At; i < Tokens.Count; i++)
        {
            var token = Tokens[i];
            if (token.Kind == TokenKind.End || (token.Is(Keywords.Order) && Tokens[i + 1].Is(Keywords.By)))
            {
                return true;
            }

            if (token.Kind is not (TokenKind.Word or TokenKind.Quoted) || (token.Kind == TokenKind.Word && Keywords.Joins(token.Text)))
            {
                return false;
            }
        }

        return false;
    }

    private SyntaxCondition? ReadWords()
    {
        var start = Current.Position;
        var words = new List<SyntaxCondition>();
        while (Current.Kind != TokenKind.End && !IsAtOrder)
        {
            if (!CountTerm())
            {
                return null;
            }

            words.Add(new SyntaxText(Current.Position, Next().Text));
        }

        return words is [var only] ? only : new SyntaxJunction(start, IsAny: false, [.. words]);
    }

    private SyntaxCondition? ReadAny(int depth) => ReadJoined(Keywords.Or, isAny: true, d => ReadJoined(Keywords.And, isAny: false, ReadNot, d), depth);

    private SyntaxCondition? ReadJoined(string keyword, bool isAny, Func<int, SyntaxCondition?> readPart, int depth)
    {
        var start = Current.Position;
        var parts = new List<SyntaxCondition>();
        do
        {
            if (readPart(depth) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Take(keyword));
        return parts is [var only] ? only : new SyntaxJunction(start, isAny, [.. parts]);
    }

    private SyntaxCondition? ReadNot(int depth)
    {
        var position = Current.Position;
        if (!Current.Is(Keywords.Not))
        {
            return ReadSingle(depth);
        }

        if (!Descend(depth))
        {
            return null;
        }

        Next();
        return ReadNot(depth + 1) is { } part ? new SyntaxNot(position, part) : null;
    }

    private SyntaxCondition? ReadSingle(int depth)
    {
        switch (Current.Kind)
        {
            case TokenKind.Open:
                return ReadParenthesis(depth);
            case TokenKind.Quoted when CountTerm():
                return new SyntaxText(Current.Position, Next().Text);
            case TokenKind.Word when !Keywords.Joins(Current.Text) && !IsAtOrder && CountTerm():
                return ReadComparison();
            default:
                Fail("A condition is expected here, such as a field with a value, or a text in quotes.", Beginnings);
                return null;
        }
    }

    private SyntaxCondition? ReadParenthesis(int depth)
    {
        if (!Descend(depth))
        {
            return null;
        }

        var opened = Current.Position;
        Next();
        if (ReadAny(depth + 1) is not { } inner)
        {
            return null;
        }

        if (Current.Kind != TokenKind.Close)
        {
            Fail($"The parenthesis that opens at {opened} is not closed.", Keywords.And, Keywords.Or, ")");
            return null;
        }

        Next();
        return inner;
    }

    private SyntaxComparison? ReadComparison()
    {
        if (ReadName() is not { } name)
        {
            return null;
        }

        var position = Current.Position;
        if (Current.Kind == TokenKind.Sign)
        {
            var comparator = Comparators.OfSign(Next().Text);
            return ReadOperand(Comparators.TextOf(comparator)) is { } operand
                ? new SyntaxComparison(name, comparator, position, [operand])
                : null;
        }

        if (Take(Keywords.Is))
        {
            var comparator = Take(Keywords.Not) ? Comparator.IsNotEmpty : Comparator.IsEmpty;
            return Demand(Keywords.Empty, comparator == Comparator.IsEmpty ? [Keywords.Empty, "not empty"] : [Keywords.Empty])
                ? new SyntaxComparison(name, comparator, position, [])
                : null;
        }

        var isNegated = Current.Is(Keywords.Not) && Following.Is(Keywords.In) && Take(Keywords.Not);
        if (Take(Keywords.In))
        {
            return ReadList() is { } operands
                ? new SyntaxComparison(name, isNegated ? Comparator.NotIn : Comparator.In, position, operands)
                : null;
        }

        Fail($"A comparison is expected after \"{name.Text}\", such as = or in. To search for words, put them in quotes.", Signs);
        return null;
    }

    private SyntaxName? ReadName()
    {
        var word = Next();
        if (!word.Is(Keywords.Field) || Current.Kind != TokenKind.Open)
        {
            return new SyntaxName(word.Position, word.Text, IsCustom: false);
        }

        Next();
        var name = Current;
        if (name.Kind != TokenKind.Quoted)
        {
            Fail("The name of a custom field is expected in quotes: field(\"Cost\").", "a name in quotes");
            return null;
        }

        Next();
        return Demand(TokenKind.Close, ")") ? new SyntaxName(name.Position, name.Text, IsCustom: true) : null;
    }

    private Sequence<SyntaxOperand>? ReadList()
    {
        if (!Demand(TokenKind.Open, "("))
        {
            return null;
        }

        var operands = new List<SyntaxOperand>();
        do
        {
            if (!CountTerm() || ReadOperand("in") is not { } operand)
            {
                return null;
            }

            operands.Add(operand);
        }
        while (Take(TokenKind.Comma));
        return Demand(TokenKind.Close, ",", ")") ? [.. operands] : null;
    }

    private SyntaxOperand? ReadOperand(string comparator)
    {
        var at = At;
        if (_operands.Read(ref at) is { } operand)
        {
            At = at;
            return operand;
        }

        Fail(Current.Kind == TokenKind.Open && comparator != "in"
            ? $"After {comparator} one value is expected; a list goes with in."
            : $"A value is expected after {comparator}; one that is a word of the language goes in quotes.", "a value");
        return null;
    }

    private List<SyntaxOrder> ReadOrders()
    {
        Next();
        Next();
        var orders = new List<SyntaxOrder>();
        do
        {
            if (orders.Count == QueryLimits.MaxOrders)
            {
                Fail($"A query orders by at most {QueryLimits.MaxOrders} fields.", "the end");
                return orders;
            }

            if (Current.Kind != TokenKind.Word || Keywords.Joins(Current.Text))
            {
                Fail("A field to order by is expected.", "a field");
                return orders;
            }

            if (ReadName() is not { } name)
            {
                return orders;
            }

            var isDescending = Take(Keywords.Descending);
            _ = !isDescending && Take(Keywords.Ascending);
            orders.Add(new SyntaxOrder(name, isDescending));
        }
        while (Take(TokenKind.Comma));
        if (Current.Kind != TokenKind.End)
        {
            Fail("Only further fields to order by can follow here.", Keywords.Ascending, Keywords.Descending, ",", "the end");
        }

        return orders;
    }

    /// <summary>Something stands behind a whole condition.</summary>
    private void FailBehind()
    {
        var isLostOffset = Current.Kind == TokenKind.Word && char.IsAsciiDigit(Current.Text[0]) && "dwmhyDWMHY".Contains(Current.Text[^1], StringComparison.Ordinal);
        if (Current.Kind == TokenKind.Close)
        {
            Fail("No parenthesis is open here.", AfterCondition);
        }
        else if (isLostOffset)
        {
            Fail($"A + or - is expected before {Current.Text}; in an address + is written %2B.", ["+", "-", .. AfterCondition]);
        }
        else
        {
            Fail("Conditions are joined by and, or; values with blanks go in quotes.", AfterCondition);
        }
    }

    private bool Descend(int depth)
    {
        if (depth < QueryLimits.MaxDepth)
        {
            return true;
        }

        Fail($"Parentheses and not go at most {QueryLimits.MaxDepth} levels deep.", "a field", "a text in quotes");
        return false;
    }

    private bool CountTerm()
    {
        if (_terms++ < QueryLimits.MaxTerms)
        {
            return true;
        }

        Fail($"A query has at most {QueryLimits.MaxTerms} comparisons, words and values of lists.", "the end");
        return false;
    }
}
