using System.Globalization;
using Azure.Data.Tables;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Queries;

/// <summary>
/// A <c>$filter</c> as people write it for Table Storage, read strictly and written out again: comparisons of one column
/// with one constant of the column's type, joined by <c>and</c>, <c>or</c>, <c>not</c> and brackets
/// (learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities). What comes out is made of column names
/// that are known and constants that the client library has quoted, so nothing that was written reaches the service as it
/// was; and it goes to the service whole, nothing of it is decided here.
/// </summary>
internal sealed class ODataFilter
{
    /// <summary>The service's limit for the comparisons of one filter.</summary>
    public const int MostComparisons = 15;

    public const int LongestText = 4000;

    private const int DeepestNesting = 15;

    private static readonly string[] Operators = ["eq", "ne", "gt", "ge", "lt", "le"];

    private static readonly TableColumn[] Keys =
        [new("PartitionKey", TableColumnType.Text, "", ""), new("RowKey", TableColumnType.Text, "", "")];

    private readonly TableDefinition table;
    private readonly List<ODataToken> tokens;
    private readonly HashSet<string> columns = new(StringComparer.Ordinal);
    private int next;

    private ODataFilter(string filter, TableDefinition table)
    {
        this.table = table;
        if (filter.Length > LongestText)
            throw Refuse($"$filter 最长 {LongestText} 个字符。", $"$filter may have {LongestText} characters at the most.");
        tokens = ODataToken.Split(filter);
        Text = Either(0);
        if (Current.Kind != ODataTokenKind.End)
            throw Unexpected("and、or 或结尾", "and, or or the end");
    }

    /// <summary>For the service.</summary>
    public string Text { get; }

    public int Comparisons { get; private set; }

    /// <summary>The columns that are compared, the keys among them.</summary>
    public IReadOnlySet<string> Columns => columns;

    private ODataToken Current => tokens[next];

    /// <exception cref="RefusedQuestionException">It is no filter on documented columns of the table.</exception>
    public static ODataFilter Parse(string filter, TableDefinition table) => new(filter, table);

    private string Either(int depth)
    {
        var text = Both(depth);
        while (Take("or"))
            text = $"{text} or {Both(depth)}";
        return text;
    }

    private string Both(int depth)
    {
        var text = Single(depth);
        while (Take("and"))
            text = $"{text} and {Single(depth)}";
        return text;
    }

    private string Single(int depth)
    {
        if (depth > DeepestNesting)
            throw Refuse($"$filter 的括号最多 {DeepestNesting} 层。", $"$filter may nest {DeepestNesting} deep at the most.");
        if (Take("not"))
            return Current.Kind == ODataTokenKind.Open ? $"not {Single(depth + 1)}" : throw Unexpected("not 后面的括号", "a bracket after not");
        if (Current.Kind != ODataTokenKind.Open)
            return Comparison();
        next++;
        var text = $"({Either(depth + 1)})";
        if (Current.Kind != ODataTokenKind.Close)
            throw Unexpected("右括号", "a closing bracket");
        next++;
        return text;
    }

    private string Comparison()
    {
        var column = Column();
        var comparison = Current.Kind == ODataTokenKind.Word && Operators.Contains(Current.Text, StringComparer.Ordinal)
            ? tokens[next++].Text
            : throw Unexpected("eq、ne、gt、ge、lt 或 le", "eq, ne, gt, ge, lt or le");
        var constant = Constant(column);
        columns.Add(column.Name);
        if (++Comparisons > MostComparisons)
            throw Refuse($"$filter 最多 {MostComparisons} 个比较。", $"$filter may hold {MostComparisons} comparisons at the most, which is the service's limit.");
        return $"{column.Name} {comparison} {constant}";
    }

    private TableColumn Column()
    {
        if (Current.Kind != ODataTokenKind.Word)
            throw Unexpected("列名", "the name of a column");
        var name = Current.Text;
        var column = Keys.FirstOrDefault(key => key.Name == name) ?? table.Find(name) ?? throw UnknownColumn(table, name, "$filter");
        next++;
        return column;
    }

    private string Constant(TableColumn column)
    {
        var token = Current;
        var constant = (column.Type, token.Kind) switch
        {
            (TableColumnType.Text, ODataTokenKind.Text) => TableClient.CreateQueryFilter($"{token.Text}"),
            (TableColumnType.Number, ODataTokenKind.Number) when double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                TableClient.CreateQueryFilter($"{number}"),
            (TableColumnType.WholeNumber, ODataTokenKind.Number) when long.TryParse(token.Text.TrimEnd('L'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
                TableClient.CreateQueryFilter($"{number}"),
            (TableColumnType.YesNo, ODataTokenKind.Word) when token.Text is "true" or "false" => token.Text,
            (TableColumnType.Instant, ODataTokenKind.Instant) when DateTimeOffset.TryParse(token.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) =>
                TableClient.CreateQueryFilter($"{instant.ToUniversalTime()}"),
            _ => throw Unexpected(Example(column.Type).Chinese, Example(column.Type).English, column.Name),
        };
        next++;
        return constant;
    }

    private bool Take(string word)
    {
        if (Current.Kind != ODataTokenKind.Word || Current.Text != word)
            return false;
        next++;
        return true;
    }

    /// <summary>That a table has no such column, with those that may have been meant.</summary>
    public static RefusedQuestionException UnknownColumn(TableDefinition table, string name, string parameter)
    {
        var near = Likeness.Nearest(name, table.Columns.Where(column => !column.IsRepeated).Select(column => column.Name)).ToList();
        return new RefusedQuestionException(
            $"表 {table.Name} 没有列“{name}”。{(near.Count == 0 ? "列名见 TABLES.md，区分大小写。" : $"是不是：{string.Join("、", near)}？")}",
            $"The table {table.Name} has no column '{name}'.{(near.Count == 0 ? " TABLES.md lists them; case matters." : $" Did you mean {string.Join(", ", near)}?")}",
            parameter);
    }

    private RefusedQuestionException Unexpected(string chinese, string english, string? column = null)
    {
        var found = Current.Kind == ODataTokenKind.End ? ("结尾", "the end") : ($"“{Current.Text}”", $"'{Current.Text}'");
        return Refuse(
            $"$filter 第 {Current.Position} 个字符处应是{chinese}，实际是{found.Item1}{(column is null ? "" : $"（列 {column}）")}。",
            $"$filter: {english} is expected at character {Current.Position}{(column is null ? "" : $" for the column {column}")}, not {found.Item2}.");
    }

    private static RefusedQuestionException Refuse(string chinese, string english) => new(chinese, english, "$filter");

    private static (string Chinese, string English) Example(TableColumnType type) => type switch
    {
        TableColumnType.Number => ("数字，如 6.1", "a number such as 6.1"),
        TableColumnType.WholeNumber => ("整数，如 2023", "a whole number such as 2023"),
        TableColumnType.YesNo => ("true 或 false", "true or false"),
        TableColumnType.Instant => ("时间，如 datetime'2023-10-20T00:00:00Z'", "an instant such as datetime'2023-10-20T00:00:00Z'"),
        _ => ("单引号括起来的文字，如 '150600'", "text in single quotes such as '150600'"),
    };
}
