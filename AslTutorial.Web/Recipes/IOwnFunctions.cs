namespace AslTutorial.Web.Recipes;

/// <summary>What the answers in a learner's notebook mean for the training of a lesson.</summary>
public interface IOwnFunctions
{
    /// <summary>The slug of the lesson whose exercises they are.</summary>
    string Lesson { get; }

    /// <summary>As they are now, in the language of the current request or circuit.</summary>
    Task<OwnFunctions> ReadAsync(string learner, CancellationToken cancel);

    /// <summary>Calls back, from any thread, when they may have changed, until disposed of.</summary>
    IDisposable Watch(string learner, Action changed);
}
