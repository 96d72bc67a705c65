using System.Text.RegularExpressions;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Reads works that are told in words: 路基12公里，桥3座.</summary>
internal static partial class QuantityText
{
    /// <summary>The works of <paramref name="project"/> that the text tells exactly, and what it says beside them.</summary>
    /// <param name="text">As written.</param>
    /// <param name="project">Whose works may be meant.</param>
    /// <param name="units">The units that may stand behind the numbers.</param>
    public static (IReadOnlyList<(ProjectQuantity Quantity, NumberReading Number)> Works, string Remark) Read(string text, Project project, UnitTable units)
    {
        var works = new List<(ProjectQuantity Quantity, NumberReading Number)>();
        var rest = new List<string>();
        foreach (var piece in Separators().Split(DonePrefix().Replace(text.Trim(), "")))
        {
            if (piece.Length == 0)
                continue;
            if (Work(piece, project, units) is { } work && works.TrueForAll(known => known.Quantity != work.Quantity))
                works.Add(work);
            else
                rest.Add(piece.Trim());
        }

        return (works, string.Join("；", rest));
    }

    // A name that is one of the project's works, or no name and a unit that only one of them has.
    private static (ProjectQuantity Quantity, NumberReading Number)? Work(string piece, Project project, UnitTable units)
    {
        var match = NameAndAmount().Match(CompactText.HalfWidth(piece).Trim().TrimEnd('。', '.'));
        if (!match.Success || NumberText.Read(match.Groups["amount"].Value, units) is not { IsRead: true, Unit: { } unit } number)
            return null;
        var name = Key(DonePrefix().Replace(match.Groups["name"].Value, ""), units);
        var fitting = project.Quantities.Where(quantity => quantity.Unit.IsCompatibleWith(unit) && (name.Length == 0 || IsNamed(Key(quantity.Name, units), name))).ToList();
        if (fitting.Find(quantity => Key(quantity.Name, units) == name) is { } exact)
            return (exact, number);
        return fitting.Count == 1 ? (fitting[0], number) : null;
    }

    private static bool IsNamed(string works, string name) =>
        name.Length > 1 && (works.Contains(name, StringComparison.Ordinal) || name.Contains(works, StringComparison.Ordinal));

    private static string Key(string name, UnitTable units) => NameKey.Of(name, units).Loose;

    // A comma between three digits belongs to the number.
    [GeneratedRegex(@"[，、；;。\r\n]|,(?![0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:(?:累计|已|共|实际)*(?:完成|建成|新建)?(?:实物)?(?:工程量|工作量|完成量)?[:：]\s*|(?:累计|已|共)+完成\s*|完成(?=[0-9０-９]))", RegexOptions.CultureInvariant)]
    private static partial Regex DonePrefix();

    [GeneratedRegex(@"^(?<name>[^0-9]*?)[:：]?\s*(?<amount>[0-9][0-9.,]*\s*[^0-9\s,.:]{1,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndAmount();
}
