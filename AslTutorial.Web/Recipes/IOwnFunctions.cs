namespace AslTutorial.Web.Recipes;

/// <summary>Turns the answers in a learner's notebook into functions for the lesson's training.</summary>
public interface IOwnFunctions
{
    /// <summary>The slug of the lesson with these exercises.</summary>
    string Lesson { get; }

    /// <summary>From the current answers; texts in the language of the current request or circuit.</summary>
    Task<OwnFunctions> ReadAsync(string learner, CancellationToken cancel);

    /// <summary>Calls back, from any thread, when the functions may have changed, until disposed.</summary>
    IDisposable Watch(string learner, Action changed);
}
