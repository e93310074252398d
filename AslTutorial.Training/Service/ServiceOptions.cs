namespace AslTutorial.Training.Service;

/// <summary>Which site a trainer serves.</summary>
/// <param name="Server">The site's address.</param>
/// <param name="Key">What it shows to be let in.</param>
internal sealed record ServiceOptions(Uri Server, string Key)
{
    /// <summary>Pause before the first attempt to connect again; it doubles up to <see cref="LongestRetry"/>.</summary>
    public TimeSpan ShortestRetry { get; init; } = TimeSpan.FromMilliseconds(250);

    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two descriptions that only tell the memory.</summary>
    public TimeSpan DescribeInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two batch reports.</summary>
    public TimeSpan BatchInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Between two attempts to read a faulty data set: it may have been put right.</summary>
    public TimeSpan DataRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Between two attempts to use a device that could not be used.</summary>
    public TimeSpan DeviceRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the training thread may take to stop when the trainer ends.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(2);
}
