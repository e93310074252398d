namespace AslTutorial.Web.Runs;

/// <summary>A place in the queue: ordered by round, then by arrival.</summary>
/// <param name="RunId">The waiting execution's id.</param>
/// <param name="Group">The address group that shares turns in the queue; null: the learner alone.</param>
internal sealed record QueueTicket(long Round, long Sequence, Guid RunId, string LearnerId, string? Group = null) : IComparable<QueueTicket>
{
    /// <summary>Before all others, for a run that lost its trainer.</summary>
    public const long FirstRound = 0;

    public int CompareTo(QueueTicket? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byRound = Round.CompareTo(other.Round);
        return byRound != 0 ? byRound : Sequence.CompareTo(other.Sequence);
    }
}
