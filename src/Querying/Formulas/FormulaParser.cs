using System.Globalization;
using Waymark.Querying.Checking;
using Waymark.Querying.Syntax;

namespace Waymark.Querying.Formulas;

/// <summary>
/// Reads a formula by recursive descent and types it on the way, as every name is known at once. A method that gives nothing has left the
/// first fault behind. Depth and length are bounded.
/// </summary>
internal sealed class FormulaParser
{
    private const int Conditions = 2;

    private static readonly string[] Beginnings = ["a field", "a number", "a function", "("];

    /// <summary>What binds least stands first; <c>not</c> stands before the third.</summary>
    private static readonly Dictionary<string, FormulaOperator>[] Levels =
    [
        new(StringComparer.OrdinalIgnoreCase) { [Keywords.Or] = FormulaOperator.Or },
        new(StringComparer.OrdinalIgnoreCase) { [Keywords.And] = FormulaOperator.And },
        new(StringComparer.Ordinal)
        {
            ["="] = FormulaOperator.Equal, ["!="] = FormulaOperator.NotEqual, ["<"] = FormulaOperator.Less, ["<="] = FormulaOperator.LessOrEqual,
            [">"] = FormulaOperator.Greater, [">="] = FormulaOperator.GreaterOrEqual,
        },
        new(StringComparer.Ordinal) { ["+"] = FormulaOperator.Add, ["-"] = FormulaOperator.Subtract },
        new(StringComparer.Ordinal) { ["*"] = FormulaOperator.Multiply, ["/"] = FormulaOperator.Divide },
    ];

    private readonly IFormulaFields _fields;
    private readonly List<Token> _tokens;
    private readonly List<FormulaReference> _references = [];
    private int _at;
    private int _terms;
    private QueryFault? _fault;

    public FormulaParser(string text, IFormulaFields fields)
    {
        var isTooLong = text.Length > FormulaLanguage.MaxLength;
        (_fields, _tokens) = (fields, FormulaLexer.Read(isTooLong ? "" : text));
        _fault = isTooLong ? QueryFault.At(FormulaLanguage.MaxLength, $"A formula has at most {FormulaLanguage.MaxLength} characters.", "the end") : null;
    }

    private Token Current => _tokens[_at];

    private bool IsCall => Current.Kind == TokenKind.Word && _tokens[_at + 1].Kind == TokenKind.Open;

    public FormulaReading Read()
    {
        var whole = _fault is null ? ReadLevel(0, depth: 0) : null;
        if (whole is not null && Current.Kind != TokenKind.End)
        {
            Fail(Current.Kind == TokenKind.Close ? "No parenthesis is open here." : "An operator such as + is expected here.", "+", "-", "*", "/", "the end");
        }

        return _fault is null && whole is { } part ? new FormulaReading(part.Formula, null, [.. _references]) : new FormulaReading(null, _fault, []);
    }

    private FormulaPart? ReadLevel(int level, int depth)
    {
        if (level == Levels.Length)
        {
            return ReadSigned(depth);
        }

        if (level == Conditions && Current.Is(Keywords.Not))
        {
            return ReadPrefixed(depth, d => ReadLevel(level, d), FormulaTyping.Contrary);
        }

        var left = ReadLevel(level + 1, depth);
        while (left is { } first)
        {
            if (level == Conditions && Current.Is(Keywords.Is))
            {
                left = ReadEmptiness(first);
                continue;
            }

            if (Current.Kind is not (TokenKind.Sign or TokenKind.Word) || !Levels[level].TryGetValue(Current.Text, out var operation))
            {
                return left;
            }

            var sign = _tokens[_at++];
            left = ReadLevel(level + 1, depth) is { } second ? Typed(first.Position, FormulaTyping.Combine(operation, sign, first, second)) : null;
        }

        return left;
    }

    private FormulaPart? ReadEmptiness(FormulaPart part)
    {
        _at++;
        var isNegated = Take(Keywords.Not);
        if (!Take(Keywords.Empty))
        {
            Fail("empty is expected here.", isNegated ? [Keywords.Empty] : [Keywords.Empty, "not empty"]);
            return null;
        }

        var emptiness = new Emptiness(part.Formula);
        return part with { Formula = isNegated ? new Contrary(emptiness) : emptiness };
    }

    private FormulaPart? ReadSigned(int depth) =>
        Current is { Kind: TokenKind.Sign, Text: "-" } ? ReadPrefixed(depth, ReadSigned, FormulaTyping.Opposite) : ReadSingle(depth);

    private FormulaPart? ReadPrefixed(int depth, Func<int, FormulaPart?> read, Func<FormulaPart, TypedFormula> typed)
    {
        var position = Current.Position;
        _at++;
        return Descend(depth) && read(depth + 1) is { } part ? Typed(position, typed(part)) : null;
    }

    private FormulaPart? ReadSingle(int depth)
    {
        if (Current.Kind == TokenKind.Open)
        {
            return ReadParenthesis(depth);
        }

        if (Current.Kind is not (TokenKind.Word or TokenKind.Quoted) || Keywords.Joins(Current.Text))
        {
            Fail("A value is expected here, such as a field or a number.", Beginnings);
            return null;
        }

        if (_terms++ == FormulaLanguage.MaxTerms)
        {
            Fail($"A formula has at most {FormulaLanguage.MaxTerms} values.", "the end");
            return null;
        }

        return IsCall ? (Current.Is(Keywords.Field) ? ReadField() : ReadCall(depth)) : ReadWord();
    }

    private FormulaPart? ReadParenthesis(int depth)
    {
        var opened = Current.Position;
        _at++;
        if (!Descend(depth) || ReadLevel(0, depth + 1) is not { } inner)
        {
            return null;
        }

        return Close(opened) ? inner with { Position = opened } : null;
    }

    private FormulaPart? ReadCall(int depth)
    {
        var name = Current;
        var opened = _tokens[_at + 1].Position;
        if (FormulaTyping.FunctionNamed(name.Text) is not { } function)
        {
            FailUnknown(FormulaTyping.FunctionNames, $"There is no function {name.Text}.");
            return null;
        }

        _at += 2;
        var arguments = new List<FormulaPart>();
        do
        {
            if (!Descend(depth) || ReadLevel(0, depth + 1) is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }
        while (Take(TokenKind.Comma));
        return Close(opened) ? Typed(name.Position, FormulaTyping.Call(function, name, arguments)) : null;
    }

    private FormulaPart? ReadField()
    {
        var (start, opened, name) = (Current.Position, _tokens[_at + 1].Position, _tokens[_at + 2]);
        _at += 2;
        if (name.Kind != TokenKind.Quoted)
        {
            Fail("The name of a custom field is expected in quotes: field(\"Cost\").", "a name in quotes");
            return null;
        }

        if (_fields.Find(name.Text) is not { } field)
        {
            FailUnknown(_fields.Names, $"The project has no field \"{name.Text}\".");
            return null;
        }

        if (field.Type is not { } type)
        {
            Fail(field.Fault, [.. _fields.Names]);
            return null;
        }

        _at++;
        _references.Add(new FormulaReference(field.Id, name.Position));
        return Close(opened) ? new FormulaPart(new ValueOfField(field.Id, type), start) : null;
    }

    private FormulaPart? ReadWord()
    {
        var word = Current;
        Formula? value = word.Kind == TokenKind.Quoted ? Date(word.Text)
            : char.IsAsciiDigit(word.Text[0]) ? Number(word.Text)
            : FormulaMembers.All.TryGetValue(word.Text, out var type) ? new MemberOfTask(word.Text.ToLowerInvariant(), type)
            : bool.TryParse(word.Text, out var isTrue) ? new CheckboxConstant(isTrue) : null;
        if (value is not null)
        {
            _at++;
            return new FormulaPart(value, word.Position);
        }

        if (word.Kind == TokenKind.Quoted)
        {
            Fail("In quotes a date such as \"2026-12-24\" is expected.", "a date");
        }
        else if (char.IsAsciiDigit(word.Text[0]))
        {
            Fail("The number is too long.", "a number");
        }
        else
        {
            FailUnknown(
                [.. FormulaMembers.All.Keys, .. FormulaTyping.FunctionNames],
                _fields.Find(word.Text) is null ? $"There is no field {word.Text}." : $"A custom field is written field(\"{word.Text}\").");
        }

        return null;
    }

    private static DateConstant? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateConstant(day) : null;

    private static NumberConstant? Number(string text) => text.Length <= 20 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        ? new NumberConstant(number) : null;

    private FormulaPart? Typed(int position, TypedFormula typed)
    {
        _fault ??= typed.Fault;
        return typed.Formula is { } formula ? new FormulaPart(formula, position) : null;
    }

    private bool Close(int opened)
    {
        if (Take(TokenKind.Close))
        {
            return true;
        }

        Fail($"The parenthesis that opens at {opened} is not closed.", ")", ",");
        return false;
    }

    private bool Descend(int depth)
    {
        if (depth < QueryLimits.MaxDepth)
        {
            return true;
        }

        Fail($"Parentheses and functions go at most {QueryLimits.MaxDepth} levels deep.", "a field");
        return false;
    }

    private bool Take(string keyword)
    {
        var isThere = Current.Is(keyword);
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private bool Take(TokenKind kind)
    {
        var isThere = Current.Kind == kind;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private void FailUnknown(IEnumerable<string> known, string detail)
    {
        var near = NearNames.Of(Current.Text, known);
        Fail(near.Count > 0 ? $"{detail} Did you mean {string.Join(" or ", near)}?" : detail, near.Count > 0 ? [.. near] : [.. known]);
    }

    /// <summary>What cannot be read at all is the fault wherever something else was expected.</summary>
    private void Fail(string detail, params string[] expected) => _fault ??= Current.Fault ?? QueryFault.At(Current.Position, detail, expected);
}

/// <summary>A piece of a formula, and where it begins.</summary>
internal readonly record struct FormulaPart(Formula Formula, int Position);

/// <summary>A formula of parts that fit together, or why they do not.</summary>
internal readonly record struct TypedFormula(Formula? Formula, QueryFault? Fault);
