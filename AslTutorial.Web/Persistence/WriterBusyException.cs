namespace AslTutorial.Web.Persistence;

/// <summary>So much waits to be written that no more is taken: nothing was kept, and a later try may go well.</summary>
[GenerateSerializer]
public sealed class WriterBusyException() : IOException("Too much waits to be written; try again in a moment.")
{
    /// <summary>When to try again.</summary>
    public static TimeSpan Wait { get; } = TimeSpan.FromSeconds(2);
}
