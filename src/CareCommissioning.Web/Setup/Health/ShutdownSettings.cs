namespace CareCommissioning.Web.Setup.Health;

/// <summary>How a node leaves when it is told to: configuration section <c>Shutdown</c>.</summary>
public sealed class ShutdownSettings
{
    /// <summary>How long it still takes requests while it says that it is not ready: longer than the proxy needs to notice.</summary>
    public int DrainSeconds { get; set; } = 5;

    /// <summary>How long requests that have begun may take after that.</summary>
    public int FinishSeconds { get; set; } = 30;

    public TimeSpan Drain => TimeSpan.FromSeconds(DrainSeconds);

    public TimeSpan Finish => TimeSpan.FromSeconds(FinishSeconds);
}
