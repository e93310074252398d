namespace AslTutorial.Lessons.Files;

/// <summary>Collects a lesson's faults, each once: an author wants to see them all and not one after the other.</summary>
internal sealed class FaultLog
{
    /// <summary>More say nothing new: something is wrong with a file as a whole.</summary>
    public const int Most = 500;

    private readonly List<LessonFault> _faults = [];
    private readonly HashSet<LessonFault> _known = [];

    public IReadOnlyList<LessonFault> All => _faults;

    public bool IsEmpty => _faults.Count == 0;

    /// <summary>Whether there were more than <see cref="Most"/>.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Whether there is a file that could not be read: it may be readable the next time, without having changed.</summary>
    public bool HasUnread { get; private set; }

    /// <summary>As they are told to an author.</summary>
    public static IReadOnlyList<LessonFault> InOrder(IEnumerable<LessonFault> faults) =>
        faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line ?? 0).ToList();

    public void Add(string file, int? line, string reason) => Add(new LessonFault(file, line, reason));

    public void AddUnread(string file, string reason)
    {
        HasUnread = true;
        Add(file, null, reason);
    }

    public void Add(LessonFault fault)
    {
        if (_known.Contains(fault))
        {
            return;
        }

        if (_faults.Count == Most)
        {
            HasMore = true;
            return;
        }

        _known.Add(fault);
        _faults.Add(fault);
    }
}
