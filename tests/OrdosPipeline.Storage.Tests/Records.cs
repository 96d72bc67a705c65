using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Storage.Tests;

internal static class Records
{
    public static readonly DateTimeOffset UploadedAt = new(2026, 10, 12, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Compares lists by what they hold, which records do not.</summary>
    public static void AssertSame(CheckedSubmission expected, CheckedSubmission actual)
    {
        Assert.Equal((expected.Schema, expected.Submission, expected.CheckedAt, expected.Verdict), (actual.Schema, actual.Submission, actual.CheckedAt, actual.Verdict));
        Assert.Equal(expected.Findings, actual.Findings);
        Assert.Equal(expected.FindingCounts, actual.FindingCounts);
        Assert.Equal(expected.Values, actual.Values);
        Assert.Equal(expected.ProjectRows.SelectMany(row => row.Quantities), actual.ProjectRows.SelectMany(row => row.Quantities));
        Assert.Equal(expected.ProjectRows.Select(row => row with { Quantities = [] }), actual.ProjectRows.Select(row => row with { Quantities = [] }));
    }

    public static CheckedSubmission Create(string path, Verdict verdict, int values = 2)
    {
        var id = BlobNames.SubmissionId(path, "0x1");
        return new CheckedSubmission
        {
            Submission = new SubmissionHeader
            {
                Id = id,
                Plan = "mini-16",
                Department = "works",
                Path = path,
                ETag = "0x1",
                UploadedAt = UploadedAt,
                Bytes = 123,
                Sha256 = "00ff",
                SubmittedBy = "张三",
            },
            CheckedAt = UploadedAt.AddSeconds(7.25),
            Verdict = verdict,
            Findings =
            [
                new Finding { Code = FindingCodes.UnitMissing, Severity = Severity.Info, Sheet = "表一", Cell = "C7", RowNumber = 7, ColumnNumber = 3, Found = "1.50", Message = "没有单位。", MessageEn = "No unit." },
                new Finding { Code = FindingCodes.TableNotFound, Severity = Severity.Error, Message = "没有找到表格。", MessageEn = "No table was found." },
            ],
            FindingCounts = new Dictionary<string, int> { [FindingCodes.UnitMissing] = 1, [FindingCodes.TableNotFound] = 1200 },
            Values =
            [
                .. Enumerable.Range(0, values).Select(number => new CheckedValue
                {
                    Indicator = "A2",
                    Region = "990100",
                    Period = Period.Parse(number % 2 == 0 ? "2026Q3YTD" : "2026M08"),
                    Value = number % 2 == 0 ? 0.1234567890123456789012345678m + number : null,
                    Unit = "亿元",
                    Sheet = number % 2 == 0 ? "表一" : null,
                    Cell = "C7",
                    Text = "“0.1”\u0001<&>\ud83d\ude00",
                    Remark = "",
                }),
            ],
            ProjectRows =
            [
                new CheckedProjectRow
                {
                    Project = "B2",
                    Period = Period.Parse("2026Q3"),
                    State = ProjectState.UnderConstruction,
                    Progress = 45.50m,
                    Investment = new CheckedAmount(1.20m, "亿元", "D7"),
                    Quantities = [new CheckedQuantity(2, new CheckedAmount(3, "座", "E7"))],
                    RowNumber = 7,
                    Cell = "A7",
                    Text = "环城绿道",
                },
            ],
        };
    }
}
