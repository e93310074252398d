namespace AslTutorial.Web.Recipes;

/// <summary>What the answers in a learner's notebook mean for the training of the lesson.</summary>
public interface IOwnFunctions
{
    /// <summary>As they are now, in the language of the current request or circuit.</summary>
    Task<OwnFunctions> ReadAsync(string learner, CancellationToken cancel);

    /// <summary>Calls back, from any thread, when they may have changed, until disposed of.</summary>
    IDisposable Watch(string learner, Action changed);
}
