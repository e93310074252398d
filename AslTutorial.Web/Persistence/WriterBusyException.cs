namespace AslTutorial.Web.Persistence;

/// <summary>Too many writes are waiting: nothing was stored, and a later try may succeed.</summary>
[GenerateSerializer]
public sealed class WriterBusyException() : IOException("Too much waits to be written; try again in a moment.")
{
    /// <summary>When to try again.</summary>
    public static TimeSpan Wait { get; } = TimeSpan.FromSeconds(2);
}
