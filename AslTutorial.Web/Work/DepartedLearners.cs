namespace AslTutorial.Web.Work;

/// <summary>Tells open pages that their learner has deleted the work or left this computer, so they must not show it any more.</summary>
internal sealed class DepartedLearners(ILogger<DepartedLearners> log)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Action>> _pages = new(StringComparer.Ordinal);

    /// <summary>Calls back, from any thread, until disposed.</summary>
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
                // A fault of one page must not affect the others.
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
