namespace AslTutorial.Web.Progress;

/// <summary>Which sections of a lesson a learner has read through.</summary>
public interface IReadingProgress
{
    /// <summary>The ids of the sections read so far.</summary>
    Task<IReadOnlySet<string>> ReadAsync(string learner, string lesson, CancellationToken cancel);

    /// <summary>Adds sections; those that are there already stay.</summary>
    /// <returns>False where the admission has refused it; the page that is open has said so.</returns>
    Task<bool> AddAsync(string learner, string lesson, IReadOnlyCollection<string> sections, CancellationToken cancel);
}
