namespace AslTutorial.Web.Hosting.Logs;

/// <summary>A logged warning or error.</summary>
/// <param name="Category">The logger's category.</param>
/// <param name="Exception">Its type and message, or null.</param>
/// <param name="Count">How often this kind was logged since <paramref name="FirstAt"/>.</param>
public sealed record LastFault(DateTimeOffset FirstAt, DateTimeOffset LastAt, LogLevel Level, string Category, string Text, string? Exception, int Count);
