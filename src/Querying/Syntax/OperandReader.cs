namespace Waymark.Querying.Syntax;

/// <summary>Reads a value: a text in quotes, or a word with the offsets of a date behind it, together or apart.</summary>
internal sealed class OperandReader(string text, List<Token> tokens)
{
    /// <summary>The value at <paramref name="at"/>, which moves behind it; null when none stands there.</summary>
    public SyntaxOperand? Read(ref int at)
    {
        var first = tokens[at];
        if (first.Kind == TokenKind.Quoted)
        {
            at++;
            return new SyntaxOperand(first.Position, first.Text, IsQuoted: true);
        }

        var isOrder = first.Is(Keywords.Order) && tokens[Math.Min(at + 1, tokens.Count - 1)].Is(Keywords.By);
        if (first.Kind != TokenKind.Word || Keywords.Joins(first.Text) || isOrder)
        {
            return null;
        }

        at++;
        var (end, offset) = (first.End, default(int?));
        while (tokens[at].Kind == TokenKind.Word && tokens[at].Text[0] is '+' or '-')
        {
            offset ??= tokens[at].Position;
            end = tokens[at].End;
            var isSignAlone = tokens[at].Text.Length == 1;
            at++;
            if (isSignAlone && tokens[at].Kind == TokenKind.Word)
            {
                end = tokens[at].End;
                at++;
            }
        }

        return new SyntaxOperand(first.Position, text[first.Position..end], IsQuoted: false, offset);
    }
}
