using OrdosPipeline.Core.Progress;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>What a report says about the returns of one department.</summary>
internal static class ReturnText
{
    public static Phrase Timeliness(DepartmentCompleteness department) =>
        department.IsOnTime ? Labels.OnTime
        : department.IsLate ? Labels.Late
        : department.Received > 0 ? Labels.NotAccepted
        : department.IsExpected ? Labels.NotReported
        : Labels.None;
}
