using System.Globalization;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>What the functions of a short training print, and the batches it came from.</summary>
internal sealed class TrainingLog
{
    private readonly List<string> _lines = [];
    private readonly List<IReadOnlyList<string>> _batches = [];
    private readonly Dictionary<string, int> _calls = [];
    private readonly List<CellFact> _facts = [];
    private readonly Dictionary<string, CellFact> _last = [];
    private double _loss;
    private long _images;
    private long _batchesOfCall;
    private double _right;
    private double _ceiling;

    public bool IsEmpty => _lines.Count == 0;

    public string Text => string.Join('\n', _lines);

    public IReadOnlyList<CellFact> Facts => [.. _facts, .. _last.Values];

    /// <summary>A row for every batch: which function, its call, its batch, mean loss and share classified rightly.</summary>
    public CellTable Table => new(["function", "epoch", "batch", "loss", "accuracy"], _batches);

    public void Print(string line) => _lines.Add(line);

    public void NoteLoss(double loss) => _loss = loss;

    /// <summary>A function begins to walk.</summary>
    public void NoteBegin() => (_images, _batchesOfCall, _right, _ceiling) = (0, 0, 0, 0);

    /// <param name="right">Images of the batch that were classified rightly.</param>
    /// <param name="images">Of the batch.</param>
    /// <param name="n">What the function divides by.</param>
    public void NoteAccuracy(string function, double right, long images, long n)
    {
        _images += images;
        _batchesOfCall++;
        _right += right;
        _ceiling += (double)images / n;
        var epoch = _calls.GetValueOrDefault(function).ToString(CultureInfo.InvariantCulture);
        var batch = _batches.Count(row => row[0] == function && row[1] == epoch).ToString(CultureInfo.InvariantCulture);
        _batches.Add([function, epoch, batch, Number(_loss), Number(right / images)]);
    }

    /// <summary>The last line of a function.</summary>
    /// <param name="which">"first" or "second", by its place in the listing.</param>
    public void PrintSums(string which, string function, string word, double loss, double accuracy)
    {
        Print($"{word} - Loss: {Number(loss)} Accuracy: {Number(accuracy)}");
        var epoch = _calls.GetValueOrDefault(function);
        _facts.Add(new(CellFactNames.Loss(function, epoch), CellValue.Of(loss)));
        _facts.Add(new(CellFactNames.Accuracy(function, epoch), CellValue.Of(accuracy)));
        _calls[function] = epoch + 1;
        Tell("loss", CellValue.Of(loss));
        Tell("accuracy", CellValue.Of(accuracy));
        Tell("images", CellValue.Of(_images));
        Tell("batches", CellValue.Of(_batchesOfCall));
        Tell("mean_loss", CellValue.Of(loss / Math.Max(1, _batchesOfCall)));
        Tell("share", CellValue.Of(_right / Math.Max(1, _images)));
        Tell("ceiling", CellValue.Of(_ceiling));

        void Tell(string measure, CellValue value)
        {
            var name = CellFactNames.OfFunction(which, measure);
            _last[name] = new(name, value);
        }
    }

    /// <summary>As Python's .4f.</summary>
    private static string Number(double value) => double.IsFinite(value)
        ? value.ToString("F4", CultureInfo.InvariantCulture)
        : double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}
