using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Data;
using AslTutorial.Training.Models;
using AslTutorial.Training.Native;
using TorchSharp;

namespace AslTutorial.Training.Cells.Kernel;

/// <summary>
/// The run of one cell with everything it depends on. It begins with nothing, as a restarted notebook does, so the
/// outcome depends on the order and the data alone.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly Dictionary<Type, Cell> _cells = [];
    private readonly List<IDisposable> _owned = [];
    private readonly CellOrder _order;
    private readonly CancellationToken _cancel;

    public Session(CellOrder order, SignData data, TorchDevice device, CancellationToken cancel)
    {
        _order = order;
        _cancel = cancel;
        Data = data;
        Device = device;
        Random = new(order.Seed);
        Generator = Own(SeededGenerator.Create(order.Seed));
    }

    public SignData Data { get; private set; }

    public TorchDevice Device { get; }

    /// <summary>For weights and dropout masks.</summary>
    public torch.Generator Generator { get; }

    /// <summary>For the order of images.</summary>
    public MersenneTwister Random { get; }

    /// <summary>The cell, run; at most once.</summary>
    public T Run<T>()
        where T : Cell, new()
    {
        if (_cells.TryGetValue(typeof(T), out var known))
        {
            return (T)known;
        }

        var cell = new T();
        Run(cell);
        return cell;
    }

    public void Run(Cell cell)
    {
        ThrowIfCancelled();
        cell.Run(this);
        _cells.Add(cell.GetType(), cell);
    }

    /// <summary>Whether the order names that cell; the others are run because it depends on them.</summary>
    public bool IsAskedFor(Cell cell) => cell.Id == _order.Cell;

    /// <summary>To be called between steps that may take long.</summary>
    public void ThrowIfCancelled() => _cancel.ThrowIfCancellationRequested();

    /// <summary>What the learner wrote, or null.</summary>
    public CellArgument? Find(string cell, string name) =>
        _order.Arguments.LastOrDefault(argument => argument.Cell == cell && argument.Name == name);

    /// <summary>Makes both sets shorter in the same proportion, to train for a moment; before any cell has read them.</summary>
    /// <param name="trainRows">How many rows of the training set are left.</param>
    public void Shorten(int trainRows)
    {
        var (train, valid) = (Data.Train, Data.Valid);
        if (trainRows < train.Count)
        {
            var validRows = (int)Math.Ceiling((double)trainRows * valid.Count / train.Count);
            Data = Data with { Train = train.First(trainRows), Valid = valid.First(validRows) };
        }
    }

    /// <summary>Disposes of the thing at the end.</summary>
    public T Own<T>(T thing)
        where T : IDisposable
    {
        _owned.Add(thing);
        return thing;
    }

    public void Dispose() => _owned.ForEach(thing => thing.Dispose());
}
