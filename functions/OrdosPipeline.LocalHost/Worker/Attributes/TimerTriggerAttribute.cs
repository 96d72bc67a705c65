using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a schedule in UTC.</summary>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>Six NCRONTAB fields, seconds first; <c>%Setting%</c> is replaced.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether the schedule is remembered across restarts.</summary>
    public bool UseMonitor { get; set; } = true;

    public bool RunOnStartup { get; set; }
}
