namespace AslTutorial.Web.Hosting.Logs;

/// <summary>Something that went wrong.</summary>
/// <param name="Category">Which part of the program says so.</param>
/// <param name="Exception">Its type and message, or null.</param>
/// <param name="Count">How often the same kind has come since <paramref name="FirstAt"/>.</param>
public sealed record LastFault(DateTimeOffset FirstAt, DateTimeOffset LastAt, LogLevel Level, string Category, string Text, string? Exception, int Count);
