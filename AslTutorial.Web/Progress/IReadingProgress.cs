namespace AslTutorial.Web.Progress;

/// <summary>Which sections of a lesson a learner has read through.</summary>
public interface IReadingProgress
{
    /// <summary>The ids of the sections read so far.</summary>
    Task<IReadOnlySet<string>> ReadAsync(string learner, string lesson, CancellationToken cancel);

    /// <summary>Adds sections; those that are there already stay.</summary>
    Task AddAsync(string learner, string lesson, IReadOnlyCollection<string> sections, CancellationToken cancel);
}
