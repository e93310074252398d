using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>Which trainer runs a cell, and which answers a look.</summary>
internal sealed partial class TrainerRegistry
{
    /// <summary>A training on the same processor slows cells down as so many waiting ones would.</summary>
    private const int TrainingCells = 4;

    /// <summary>One is answered while the other is on its way.</summary>
    private const int LooksAtOnce = 2;

    /// <summary>A trainer runs one at a time; the others of these are on their way. All more wait here, where they take turns.</summary>
    private const int CellsAtOnce = 4;

    /// <summary>The trainer that will run a cell soonest; to be released. Null with true: it is worth while to wait for one.</summary>
    public (TrainerLink? Link, bool IsThere) TakeForCell()
    {
        lock (_lock)
        {
            // All on the same data: a notebook's cells would disagree otherwise.
            var digest = FindForCells()?.Description?.DataSet?.Digest;
            var able = _links.Where(l => l.CanRunCells && l.Description?.DataSet?.Digest == digest).ToList();
            var link = able.Where(l => l.Cells < CellsAtOnce).MinBy(l => l.Cells + (l.IsIdle ? 0 : TrainingCells));
            if (link is not null)
            {
                link.Cells++;
            }

            return (link, able.Count > 0 || IsReplacing);
        }
    }

    public void ReleaseCell(TrainerLink link)
    {
        lock (_lock)
        {
            link.Cells--;
        }
    }

    /// <summary>A trainer for a look at a net on that data, to be released; null with true: all have enough under way.</summary>
    public (TrainerLink? Link, bool IsThere) TakeForLook(string digest)
    {
        lock (_lock)
        {
            var able = _links.Where(l => l.CanRunCells && l.Description?.DataSet?.Digest == digest).ToList();
            // The first that has time: it has the nets in memory that were looked at last.
            var link = able.Find(l => l.Looks < LooksAtOnce);
            if (link is not null)
            {
                link.Looks++;
            }

            return (link, able.Count > 0 || IsReplacing);
        }
    }

    public void ReleaseLook(TrainerLink link)
    {
        lock (_lock)
        {
            link.Looks--;
        }
    }

    private TrainerDescription? ForCells
    {
        get
        {
            lock (_lock)
            {
                return FindForCells()?.Description;
            }
        }
    }

    /// <summary>
    /// What the outcome of a cell depends on beside its order: the data, and the programs and devices of the trainers that may run it. Of
    /// a trainer that does not tell its program, its process stands for it. Null while none has said what it has.
    /// </summary>
    public string? CellGround()
    {
        lock (_lock)
        {
            if (FindForCells()?.Description?.DataSet?.Digest is not { } digest)
            {
                return null;
            }

            var able = from link in _links
                       let told = link.Description
                       where told?.DataSet?.Digest == digest && told.Device is not null
                       select $"{told.Program ?? $"{told.Name}/{told.ProcessId}"}/{told.Device!.Name}";
            return $"{digest} {string.Join(' ', able.Distinct().Order(StringComparer.Ordinal))}";
        }
    }

    private TrainerLink? FindForCells() => _links.Find(l => l.CanRunCells && IsLocal(l)) ?? _links.Find(l => l.CanRunCells);
}
