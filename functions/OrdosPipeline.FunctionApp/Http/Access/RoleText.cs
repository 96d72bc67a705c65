using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.FunctionApp.Http.Access;

/// <summary>Roles as settings and Entra ID write them: <c>reader</c>, <c>administrator</c>, <c>department.{code}</c>.</summary>
internal static class RoleText
{
    private const string DepartmentStart = "department.";

    /// <summary>Whoever has the role; null when the text names none.</summary>
    /// <exception cref="InvalidOperationException">No plan has such a department.</exception>
    public static Caller? Caller(string name, string text, Questions questions)
    {
        if (text is "reader")
            return new Caller(name, Role.Reader, Department: null);
        if (text is "administrator")
            return new Caller(name, Role.Administrator, Department: null);
        if (!text.StartsWith(DepartmentStart, StringComparison.Ordinal))
            return null;
        try
        {
            return new Caller(name, Role.Department, questions.Department(text[DepartmentStart.Length..]));
        }
        catch (RefusedQuestionException exception)
        {
            throw new InvalidOperationException($"The role '{text}' of {name}: {exception.English}", exception);
        }
    }
}
