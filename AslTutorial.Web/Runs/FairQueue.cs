namespace AslTutorial.Web.Runs;

/// <summary>
/// Round robin over groups (the callers of one address), inside a group over its learners, and first come first served for one
/// learner. A learner's waiting runs get successive rounds, starting after the one being served now. Tickets never change, so they
/// can be stored and a turn survives a restart. A group's turn is counted only here, from the round in which it was last served.
/// </summary>
internal sealed class FairQueue
{
    private readonly SortedSet<QueueTicket> _tickets = [];
    private readonly Dictionary<Guid, QueueTicket> _byRun = [];
    private readonly Dictionary<string, Turns> _groups = new(StringComparer.Ordinal);
    private List<Guid>? _order;
    private long _served = QueueTicket.FirstRound;
    private long _servedRound = QueueTicket.FirstRound;
    private long _lastSequence;

    public int Count => _tickets.Count;

    public QueueTicket? First => Order is [var first, ..] ? _byRun[first] : null;

    /// <summary>Runs in the order they will be served.</summary>
    public IReadOnlyList<Guid> Order => _order ??= Sort();

    public int CountOf(string group) => _groups.GetValueOrDefault(group)?.Waiting ?? 0;

    /// <summary>A ticket for a new run, which is in the queue only after <see cref="Add"/>.</summary>
    public QueueTicket Issue(Guid runId, string learnerId, string? group = null)
    {
        var round = _servedRound;
        foreach (var ticket in _tickets)
        {
            if (ticket.LearnerId == learnerId && ticket.Round > round)
            {
                round = ticket.Round;
            }
        }

        return new(round + 1, ++_lastSequence, runId, learnerId, group);
    }

    public void Add(QueueTicket ticket)
    {
        Remove(ticket.RunId);
        _order = null;
        _tickets.Add(ticket);
        _byRun.Add(ticket.RunId, ticket);
        _lastSequence = Math.Max(_lastSequence, ticket.Sequence);
        if (ticket.Round != QueueTicket.FirstRound)
        {
            var group = _groups.TryGetValue(GroupOf(ticket), out var known) ? known : _groups[GroupOf(ticket)] = new();
            // A group's turn follows from its first learner's ticket, so it is the same after a restart.
            var turn = ticket.Round + _served - _servedRound;
            group.Next = group.Waiting++ == 0 ? Math.Max(group.Next, turn) : Math.Min(group.Next, turn);
        }
    }

    public bool Remove(Guid runId)
    {
        if (!_byRun.Remove(runId, out var ticket))
        {
            return false;
        }

        _order = null;
        _tickets.Remove(ticket);
        if (ticket.Round != QueueTicket.FirstRound && _groups.TryGetValue(GroupOf(ticket), out var group) && --group.Waiting == 0 && group.Next <= _served + 1)
        {
            _groups.Remove(GroupOf(ticket));
        }

        return true;
    }

    /// <summary>Takes out a run to be trained; its round becomes the one being served.</summary>
    public void Serve(Guid runId)
    {
        if (_byRun.TryGetValue(runId, out var ticket))
        {
            _servedRound = Math.Max(_servedRound, ticket.Round);
            if (ticket.Round != QueueTicket.FirstRound && _groups.TryGetValue(GroupOf(ticket), out var group))
            {
                _served = Math.Max(_served, group.Next);
                group.Next++;
            }

            Remove(runId);
        }
    }

    /// <summary>Continues the numbering of an earlier process.</summary>
    public void Restore(long servedRound, long lastSequence)
    {
        _servedRound = Math.Max(_servedRound, servedRound);
        _served = Math.Max(_served, servedRound);
        _lastSequence = Math.Max(_lastSequence, lastSequence);
    }

    private static string GroupOf(QueueTicket ticket) => ticket.Group ?? $"learner {ticket.LearnerId}";

    private List<Guid> Sort()
    {
        var places = new Dictionary<string, long>(StringComparer.Ordinal);
        return [.. _tickets.Select(ticket => (ticket, turn: TurnOf(ticket))).OrderBy(one => one.turn).ThenBy(one => one.ticket.Sequence).Select(one => one.ticket.RunId)];

        long TurnOf(QueueTicket ticket)
        {
            if (ticket.Round == QueueTicket.FirstRound)
            {
                return QueueTicket.FirstRound;
            }

            var group = GroupOf(ticket);
            var place = places.GetValueOrDefault(group);
            places[group] = place + 1;
            return _groups[group].Next + place;
        }
    }

    private sealed class Turns
    {
        public int Waiting { get; set; }

        /// <summary>The round in which the first of the group is served.</summary>
        public long Next { get; set; }
    }
}
