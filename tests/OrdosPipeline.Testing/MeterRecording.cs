using System.Diagnostics.Metrics;
using System.Globalization;

namespace OrdosPipeline.Testing;

/// <summary>Everything that one meter has measured since, as readable lines.</summary>
public sealed class MeterRecording : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly List<string> lines = [];
    private readonly Lock gate = new();

    public MeterRecording(Meter meter)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            // Systems of other tests have meters of the same name.
            if (ReferenceEquals(instrument.Meter, meter))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Such as <c>ordos.submissions{ordos.plan=mini-16,ordos.verdict=accepted} 1</c>, in the order of the alphabet; asks gauges for their values first. Forgets them.</summary>
    public IReadOnlyList<string> Take()
    {
        listener.RecordObservableInstruments();
        lock (gate)
        {
            var taken = lines.Order(StringComparer.Ordinal).ToList();
            lines.Clear();
            return taken;
        }
    }

    public void Dispose() => listener.Dispose();

    private void Note<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        lock (gate)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{instrument.Name}{{{text}}} {value}"));
    }
}
