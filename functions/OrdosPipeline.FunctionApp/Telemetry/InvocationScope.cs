using System.Collections;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp.Telemetry;

/// <summary>
/// What every log line of an invocation says beside its own words. It is read when a line is written, and so says of which
/// submission the work just then is, also where one invocation sees to several.
/// </summary>
internal sealed class InvocationScope(FunctionContext context, Activity? invocation) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => Read().Count;

    public KeyValuePair<string, object?> this[int index] => Read()[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Read().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(' ', Read().Select(pair => $"{pair.Key}:{pair.Value}"));

    private List<KeyValuePair<string, object?>> Read()
    {
        var said = new List<KeyValuePair<string, object?>> { new("faas.name", context.FunctionDefinition.Name), new("faas.invocation_id", context.InvocationId) };
        // The innermost span that is about a submission; after the work, the invocation's own.
        var about = Activity.Current;
        while (about is not null && about.GetTagItem(PipelineSpans.Submission) is null)
            about = about.Parent;
        about ??= invocation;
        if (about is not null)
        {
            foreach (var name in PipelineSpans.OfSubmission)
            {
                if (about.GetTagItem(name) is { } value)
                    said.Add(new(name, value));
            }
        }

        return said;
    }
}
