using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http.Pages;

/// <summary>The dashboard at <c>/</c>: files only. Open to anyone, for they hold no data; what they show they ask the API for, with the reader's own key or sign-in.</summary>
public sealed class Dashboard
{
    // Scripts and styles come from here alone, and nobody else may put the pages into a frame of theirs.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    // Hashed and packed once: the class itself is made for every request.
    private static readonly DashboardFiles Shared = new();

    private readonly DashboardFiles files = Shared;

    // An empty route would be taken for none, and the function's name put in its place: this one matches nothing but the empty path.
    [Function(nameof(Dashboard))]
    public IResult Index([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{nothing:maxlength(0)?}")] HttpRequest request) =>
        Send(request, files.Find(DashboardFiles.Index)!);

    [Function("DashboardFile")]
    public IResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/{*file}")] HttpRequest request) =>
        ApiCall.Of(request).Required("file") is var name && files.Find(name) is { } found
            ? Send(request, found, isKept: files.IsOfVersion(name))
            : throw new ProblemException(Problem.NotFound("没有这个文件。", "There is no such file."));

    private static IResult Send(HttpRequest request, DashboardFile file, bool isKept = false)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        // What has no version in its address is asked for again each time, and answered with 304 while it is the same: a new build is seen at once.
        headers.CacheControl = isKept ? "public, max-age=31536000, immutable" : "no-cache";
        var isPacked = Gzip.IsWorthIt(file.ContentType, file.Content.Length) && Gzip.Negotiate(request.HttpContext);
        return Results.Bytes(
            isPacked ? file.Packed : file.Content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{(isPacked ? Gzip.Tag(file.Tag) : file.Tag)}\""));
    }
}
