namespace OrdosPipeline.Core.Validation.Rules.Between;

/// <summary>What the two rules about rows for one thing have in common.</summary>
internal static class Repeats
{
    public static Fault Fault(RepeatSubject subject, params ReadOnlySpan<Detail> more)
    {
        var cell = subject.Other.Address.ToString();
        return new Fault(
            subject.Cell,
            [
                subject.OtherSheet is { } sheet ? new Detail("other", $"工作表“{sheet}”{cell}", $"{cell} of sheet “{sheet}”") : new Detail("other", cell),
                new Detail("subject", subject.Subject),
                .. more,
            ]);
    }
}
