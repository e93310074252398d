namespace AslTutorial.Web.Work;

/// <summary>Tells the pages of a learner who has had the work deleted, or has left this computer, that they show what is not theirs any more.</summary>
internal sealed class DepartedLearners(ILogger<DepartedLearners> log)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Action>> _pages = new(StringComparer.Ordinal);

    /// <summary>Calls back, from any thread, until disposed of.</summary>
    public IDisposable Watch(string learner, Action departed)
    {
        lock (_lock)
        {
            if (!_pages.TryGetValue(learner, out var pages))
            {
                _pages[learner] = pages = [];
            }

            pages.Add(departed);
        }

        return new Watching(this, learner, departed);
    }

    public void Tell(string learner)
    {
        Action[] pages;
        lock (_lock)
        {
            pages = [.. _pages.GetValueOrDefault(learner) ?? []];
        }

        foreach (var page in pages)
        {
            try
            {
                page();
            }
            catch (Exception e)
            {
                // One page's fault is not the others'.
                log.LogWarning(e, "A page could not be told that its learner has departed");
            }
        }
    }

    private void Leave(string learner, Action departed)
    {
        lock (_lock)
        {
            if (_pages.TryGetValue(learner, out var pages) && pages.Remove(departed) && pages.Count == 0)
            {
                _pages.Remove(learner);
            }
        }
    }

    private sealed class Watching(DepartedLearners all, string learner, Action departed) : IDisposable
    {
        public void Dispose() => all.Leave(learner, departed);
    }
}
