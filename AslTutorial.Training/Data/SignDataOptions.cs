namespace AslTutorial.Training.Data;

/// <summary>Where the data set comes from.</summary>
/// <param name="Directory">The folder with the two CSV files; null or empty: the synthetic hands drawn by this project.</param>
/// <param name="CacheDirectory">Where the decoded bytes are kept for the next start; made if missing. A folder that cannot be written costs time, never the load.</param>
public sealed record SignDataOptions(string? Directory, string CacheDirectory);
