namespace AslTutorial.Web.Runs;

/// <summary>
/// Round robin over learners, first come first served within one: a learner's waiting runs stand in successive rounds,
/// counted from the round being served now. A ticket never changes, so it can be stored and the order survives a restart.
/// </summary>
internal sealed class FairQueue
{
    private readonly SortedSet<QueueTicket> _tickets = [];
    private readonly Dictionary<Guid, QueueTicket> _byRun = [];
    private long _servedRound = QueueTicket.FirstRound;
    private long _lastSequence;

    public int Count => _tickets.Count;

    public QueueTicket? First => _tickets.Min;

    /// <summary>Runs in the order they will be served.</summary>
    public IEnumerable<Guid> Order => _tickets.Select(t => t.RunId);

    /// <summary>The ticket a new run gets; it stands in the queue once it is added.</summary>
    public QueueTicket Issue(Guid runId, string learnerId)
    {
        var round = _servedRound;
        foreach (var ticket in _tickets)
        {
            if (ticket.LearnerId == learnerId && ticket.Round > round)
            {
                round = ticket.Round;
            }
        }

        return new(round + 1, ++_lastSequence, runId, learnerId);
    }

    public void Add(QueueTicket ticket)
    {
        Remove(ticket.RunId);
        _tickets.Add(ticket);
        _byRun.Add(ticket.RunId, ticket);
        _lastSequence = Math.Max(_lastSequence, ticket.Sequence);
    }

    public bool Remove(Guid runId) => _byRun.Remove(runId, out var ticket) && _tickets.Remove(ticket);

    /// <summary>Takes a run out to be trained; its round is the one being served now.</summary>
    public void Serve(Guid runId)
    {
        if (_byRun.TryGetValue(runId, out var ticket))
        {
            _servedRound = Math.Max(_servedRound, ticket.Round);
            Remove(runId);
        }
    }

    /// <summary>Goes on where an earlier process left off.</summary>
    public void Restore(long servedRound, long lastSequence)
    {
        _servedRound = Math.Max(_servedRound, servedRound);
        _lastSequence = Math.Max(_lastSequence, lastSequence);
    }
}
