using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>The part that chooses a trainer for a cell or a look.</summary>
internal sealed partial class TrainerRegistry
{
    /// <summary>A training counts as so many waiting cells, because it slows cells down.</summary>
    private const int TrainingCells = 4;

    /// <summary>Two, so that one is on its way while the other is answered.</summary>
    private const int LooksAtOnce = 2;

    /// <summary>A trainer runs one cell at a time while the others are on their way. All further ones wait here for a fair turn.</summary>
    private const int CellsAtOnce = 4;

    /// <summary>Takes the trainer with the least work for a cell; release it afterwards. Null: wait (IsThere) or there is none.</summary>
    public (TrainerLink? Link, bool IsThere) TakeForCell()
    {
        lock (_lock)
        {
            // All trainers with the same data, or the cells of a notebook would disagree.
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

    /// <summary>Takes a trainer with this data for a look; release it afterwards. Null: all are busy (IsThere) or there is none.</summary>
    public (TrainerLink? Link, bool IsThere) TakeForLook(string digest)
    {
        lock (_lock)
        {
            var able = _links.Where(l => l.CanRunCells && l.Description?.DataSet?.Digest == digest).ToList();
            // The first that has room: it probably still has the net in memory.
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
    /// All that a cell's result depends on besides its order: the data, and the programs and devices of trainers that may run it. If a trainer
    /// does not tell its program, its process is used instead. Null until a trainer has described itself.
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
