namespace Microsoft.Azure.Functions.Worker;

public class TimerInfo
{
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>True when the run is late because the host was not running at the scheduled time.</summary>
    public bool IsPastDue { get; set; }
}
