namespace AslTutorial.Web.Admission;

/// <summary>While on, the site can be read but not changed.</summary>
internal sealed class ReadOnlyMode(TimeProvider time)
{
    private readonly Lock _lock = new();
    private volatile ReadOnlyWord _word = new(IsOn: false, DateTimeOffset.MinValue);

    public bool IsOn
    {
        get => _word.IsOn;
        set
        {
            lock (_lock)
            {
                // After what was said before, also by a node whose clock is ahead.
                var (now, before) = (time.GetUtcNow(), _word.SaidAt);
                _word = new(value, before >= now ? before.AddTicks(1) : now);
            }
        }
    }

    public ReadOnlyWord Word => _word;

    /// <summary>The later word counts.</summary>
    public void Hear(ReadOnlyWord other)
    {
        lock (_lock)
        {
            _word = other.SaidAt > _word.SaidAt ? other : _word;
        }
    }
}

/// <summary>What the operator said last, and when.</summary>
internal sealed record ReadOnlyWord(bool IsOn, DateTimeOffset SaidAt);
