using Microsoft.AspNetCore.Http;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http.Access;

/// <summary>Tells who calls, by what the request brings.</summary>
internal interface ICallerSource
{
    /// <summary>The challenge that an answer 401 carries (RFC 9110, 11.6.1).</summary>
    string Challenge { get; }

    /// <exception cref="ProblemException">The request does not say who calls, or nobody is known by what it says.</exception>
    Caller Identify(HttpRequest request);
}
