namespace AslTutorial.Web.Progress;

/// <summary>The sections of a lesson that a learner has read.</summary>
public interface IReadingProgress
{
    /// <summary>The ids of the sections read so far.</summary>
    Task<IReadOnlySet<string>> ReadAsync(string learner, string lesson, CancellationToken cancel);

    /// <summary>Adds sections to those already read.</summary>
    /// <returns>False if refused by the admission control, which has told the open page itself.</returns>
    Task<bool> AddAsync(string learner, string lesson, IReadOnlyCollection<string> sections, CancellationToken cancel);
}
