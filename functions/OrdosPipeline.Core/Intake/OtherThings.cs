namespace OrdosPipeline.Core.Intake;

/// <summary>
/// Animals that stand for each other's alternatives in names: one in another's place is about another thing (猪肉产量 beside
/// 牛肉产量), never a misspelling. Departments count all of them, the plan only some.
/// </summary>
internal static class OtherThings
{
    private const string Animals = "牛羊猪马驴骡驼鸡鸭鹅禽兔鹿鱼";

    /// <summary>Whether <paramref name="left"/> and <paramref name="right"/> differ in an animal and in nothing else.</summary>
    public static bool Are(string left, string right)
    {
        if (left.Length != right.Length)
            return false;
        var differing = -1;
        for (var index = 0; index < left.Length; index++)
        {
            if (left[index] == right[index])
                continue;
            if (differing >= 0)
                return false;
            differing = index;
        }

        return differing >= 0 && Animals.Contains(left[differing], StringComparison.Ordinal) && Animals.Contains(right[differing], StringComparison.Ordinal);
    }
}
