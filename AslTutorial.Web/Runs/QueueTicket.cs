namespace AslTutorial.Web.Runs;

/// <summary>A place in the queue. Lower rounds first; in a round, who came first.</summary>
/// <param name="RunId">The execution that waits: the id of the run that it was begun for, or one of its own.</param>
/// <param name="Group">With whom it takes turns; null for the learner alone.</param>
internal sealed record QueueTicket(long Round, long Sequence, Guid RunId, string LearnerId, string? Group = null) : IComparable<QueueTicket>
{
    /// <summary>Before all others: a run that lost its trainer.</summary>
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
