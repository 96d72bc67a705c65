namespace OrdosPipeline.Core.Plan;

/// <summary>One 篇 of the plan, as <c>parts.csv</c> names it.</summary>
/// <param name="Number">As indicators and projects state it, such as <c>3</c>; empty for what belongs to no part.</param>
/// <param name="Name">Its heading without the number; empty where the catalogue names none.</param>
/// <param name="NameEn">In English; empty where the catalogue names none.</param>
public sealed record PlanPart(string Number, string Name, string NameEn)
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Such as 第三篇; 其他 without a number.</summary>
    public string Ordinal => Number.Length == 0 ? "其他" : $"第{Numeral(Number)}篇";

    /// <summary>Such as Part 3; Other without a number.</summary>
    public string OrdinalEn => Number.Length == 0 ? "Other" : $"Part {Number}";

    /// <summary>Such as 第三篇　加强生态文明建设.</summary>
    public string Title => Name.Length == 0 ? Ordinal : $"{Ordinal}　{Name}";

    /// <summary>Such as Part 3: Ecological civilisation.</summary>
    public string TitleEn => NameEn.Length == 0 ? OrdinalEn : $"{OrdinalEn}: {NameEn}";

    /// <summary>The Chinese numeral of 1 to 99; anything else as it is written.</summary>
    private static string Numeral(string number)
    {
        if (number.Length is 0 or > 2 || !number.All(char.IsAsciiDigit) || number[0] == '0')
            return number;
        var (tens, ones) = number.Length == 1 ? (0, number[0] - '0') : (number[0] - '0', number[1] - '0');
        return (tens switch { 0 => "", 1 => "十", _ => $"{Digits[tens]}十" }) + (ones == 0 ? "" : Digits[ones]);
    }
}
