using System.Globalization;

namespace OrdosPipeline.Core.Plan.Consistency;

/// <summary>
/// Reads expressions such as <c>T047 + T048</c>, <c>sum(T139@旗区)</c>, <c>2 * T001@150602 - 5</c>. Regions are codes,
/// names or <c>旗区</c>, all but the city; several are separated by commas.
/// </summary>
/// <remarks>
/// <code>
/// expression = [ "-" ] term { ( "+" | "-" ) term }
/// term       = factor { ( "*" | "/" ) factor }        all but one of the factors are numbers, no divisor is a value
/// factor     = number | operand | sum | "(" expression ")"
/// operand    = id [ "@" region ]
/// sum        = "sum" "(" id "@" region { "," region } ")"
/// </code>
/// </remarks>
internal sealed class ConsistencyParser
{
    private const string Banners = "旗区";

    private readonly string text;
    private readonly IReadOnlyDictionary<string, Indicator> indicators;
    private readonly IReadOnlyList<Region> regions;
    private int index;

    private ConsistencyParser(string text, IReadOnlyDictionary<string, Indicator> indicators, IReadOnlyList<Region> regions) =>
        (this.text, this.indicators, this.regions) = (text, indicators, regions);

    /// <exception cref="ConsistencySyntaxException">It is none, or names what the plan does not have.</exception>
    public static ConsistencyExpression Parse(string text, IReadOnlyDictionary<string, Indicator> indicators, IReadOnlyList<Region> regions)
    {
        var parser = new ConsistencyParser(text, indicators, regions);
        var sum = parser.Expression();
        parser.SkipBlanks();
        if (parser.index < text.Length)
            throw parser.Wrong($"'{text[parser.index]}' does not belong here");
        return new ConsistencyExpression(text, sum.Terms, sum.Constant);
    }

    private Sum Expression()
    {
        var sum = Taken('-') ? Term().Times(-1) : Term();
        while (true)
        {
            if (Taken('+'))
                sum = sum.Plus(Term());
            else if (Taken('-'))
                sum = sum.Plus(Term().Times(-1));
            else
                return sum;
        }
    }

    private Sum Term()
    {
        var product = Factor();
        while (true)
        {
            var at = index;
            if (Taken('*'))
            {
                var factor = Factor();
                if (!product.IsNumber && !factor.IsNumber)
                    throw Wrong("one of two factors must be a number", at);
                product = product.IsNumber ? factor.Times(product.Constant) : product.Times(factor.Constant);
            }
            else if (Taken('/'))
            {
                var divisor = Factor();
                if (!divisor.IsNumber || divisor.Constant == 0)
                    throw Wrong("a divisor must be a number other than 0", at);
                product = product.Times(1 / divisor.Constant);
            }
            else
            {
                return product;
            }
        }
    }

    private Sum Factor()
    {
        SkipBlanks();
        var start = index;
        if (Taken('('))
        {
            var inner = Expression();
            Expect(')');
            return inner;
        }

        while (index < text.Length && (char.IsAsciiLetterOrDigit(text[index]) || text[index] == '.'))
            index++;
        var word = text[start..index];
        if (word.Length == 0)
            throw Wrong("a number, an indicator or sum(…) is missing");
        if (char.IsAsciiDigit(word[0]))
        {
            return decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? new Sum([], number)
                : throw Wrong($"'{word}' is not a number", start);
        }

        if (word == "sum")
        {
            Expect('(');
            SkipBlanks();
            var idStart = index;
            while (index < text.Length && char.IsAsciiLetterOrDigit(text[index]))
                index++;
            var id = Known(text[idStart..index], idStart);
            Expect('@');
            var codes = Regions();
            while (Taken(','))
                codes.AddRange(Regions());
            Expect(')');
            return new Sum([.. codes.Select(code => (new ConsistencyOperand(id, code), 1m))], 0);
        }

        var indicator = Known(word, start);
        if (!Taken('@'))
            return new Sum([(new ConsistencyOperand(indicator, null), 1)], 0);
        var regionStart = index;
        return Regions() is [var only] ? new Sum([(new ConsistencyOperand(indicator, only), 1)], 0) : throw Wrong($"write sum({indicator}@{Banners}) for several regions", regionStart);
    }

    private string Known(string id, int start) => indicators.TryGetValue(id, out var indicator)
        ? indicator.Series is null ? id : throw Wrong($"{id} is not reported itself; name its series {indicator.Series}", start)
        : throw Wrong($"'{id}' is not an indicator of indicators.csv", start);

    private List<string> Regions()
    {
        SkipBlanks();
        var start = index;
        while (index < text.Length && char.IsLetterOrDigit(text[index]))
            index++;
        var name = text[start..index];
        if (name == Banners)
            return [.. regions.Where(region => region.Parent is not null).Select(region => region.Code)];
        return regions.FirstOrDefault(region => region.Code == name || region.Name == name || region.Aliases.Contains(name)) is { } found
            ? [found.Code]
            : throw Wrong($"'{name}' is not a region of regions.csv", start);
    }

    private bool Taken(char symbol)
    {
        SkipBlanks();
        if (index >= text.Length || text[index] != symbol)
            return false;
        index++;
        return true;
    }

    private void Expect(char symbol)
    {
        if (!Taken(symbol))
            throw Wrong($"'{symbol}' is missing");
    }

    private void SkipBlanks()
    {
        while (index < text.Length && char.IsWhiteSpace(text[index]))
            index++;
    }

    private ConsistencySyntaxException Wrong(string problem, int? at = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"'{text}', character {(at ?? index) + 1}: {problem}."));

    private sealed record Sum(List<(ConsistencyOperand Operand, decimal Factor)> Terms, decimal Constant)
    {
        public bool IsNumber => Terms.Count == 0;

        public Sum Times(decimal factor) => new([.. Terms.Select(term => (term.Operand, term.Factor * factor))], Constant * factor);

        public Sum Plus(Sum other) => new([.. Terms, .. other.Terms], Constant + other.Constant);
    }
}

/// <summary>An expression cannot be read; the message says where.</summary>
public sealed class ConsistencySyntaxException(string message) : Exception(message);
