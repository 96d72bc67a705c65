using System.Net.Http.Headers;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Reporting.Json;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Documents.Notices;

/// <summary>Posts a notice's record to the address of the setting <c>Notices:Webhook</c>.</summary>
/// <remarks>
/// A notice is marked as posted after the answer. A run that is cut off between the two posts it again, with the same
/// <c>Idempotency-Key</c>, by which the receiver can tell.
/// </remarks>
public sealed class WebhookNotices(NoticeSettings settings, HttpClient http) : INoticePoster
{
    public bool IsEnabled => settings.Webhook is not null;

    public async Task PostAsync(ReturnNotice notice, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Webhook)
        {
            Content = new ByteArrayContent(NoticeJson.Write(notice)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
        };
        request.Headers.Add("Idempotency-Key", $"{notice.Plan}-{notice.Quarter}-{notice.Code}");
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
