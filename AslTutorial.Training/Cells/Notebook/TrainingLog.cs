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
    private double _loss;

    public bool IsEmpty => _lines.Count == 0;

    public string Text => string.Join('\n', _lines);

    public IReadOnlyList<CellFact> Facts => _facts;

    /// <summary>A row for every batch: which function, its call, its batch, mean loss and share classified rightly.</summary>
    public CellTable Table => new(["function", "epoch", "batch", "loss", "accuracy"], _batches);

    public void Print(string line) => _lines.Add(line);

    public void NoteLoss(double loss) => _loss = loss;

    public void NoteAccuracy(string function, double accuracy)
    {
        var epoch = _calls.GetValueOrDefault(function).ToString(CultureInfo.InvariantCulture);
        var batch = _batches.Count(row => row[0] == function && row[1] == epoch).ToString(CultureInfo.InvariantCulture);
        _batches.Add([function, epoch, batch, Number(_loss), Number(accuracy)]);
    }

    /// <summary>The last line of a function.</summary>
    public void PrintSums(string function, string word, double loss, double accuracy)
    {
        Print($"{word} - Loss: {Number(loss)} Accuracy: {Number(accuracy)}");
        var epoch = _calls.GetValueOrDefault(function);
        _facts.Add(new(CellFactNames.Loss(function, epoch), CellValue.Of(loss)));
        _facts.Add(new(CellFactNames.Accuracy(function, epoch), CellValue.Of(accuracy)));
        _calls[function] = epoch + 1;
    }

    /// <summary>As Python's .4f.</summary>
    private static string Number(double value) => double.IsFinite(value)
        ? value.ToString("F4", CultureInfo.InvariantCulture)
        : double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}
