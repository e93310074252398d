using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Data;
using AslTutorial.Training.Models;
using AslTutorial.Training.Native;
using TorchSharp;

namespace AslTutorial.Training.Cells.Engine;

/// <summary>
/// The run of one cell with everything it depends on. It begins with nothing, as a restarted notebook does, so the
/// outcome depends on the order and the data alone.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly List<Cell> _cells = [];
    private readonly List<IDisposable> _owned = [];
    private readonly CellOrder _order;
    private readonly ILessonPrograms _lesson;
    private readonly CancellationToken _cancel;

    /// <param name="lesson">The order's.</param>
    public Session(CellOrder order, ILessonPrograms lesson, SignData data, TorchDevice device, CancellationToken cancel)
    {
        (_order, _lesson) = (order, lesson);
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

    /// <summary>The cell of that type, or of one derived from it, that has run.</summary>
    /// <exception cref="CellFaultException">It has not: the lesson's text does not have it before the one that uses it.</exception>
    public T Find<T>(Cell user)
        where T : Cell => _cells.OfType<T>().LastOrDefault() ?? throw new CellFaultException(
            CellFaultCodes.Internal,
            $"The program of {user.Id} uses what {typeof(T).Name} makes, and the lesson does not have that cell before it.",
            user.Id);

    /// <summary>Runs the cells before it, and then the cell.</summary>
    public void Run(Cell cell)
    {
        cell.Prepare(this);
        foreach (var before in _order.Before ?? [])
        {
            RunOne(_lesson.Programs[before]());
        }

        RunOne(cell);
    }

    /// <summary>Whether the order names that cell; the others are run because it depends on them.</summary>
    public bool IsAskedFor(Cell cell) => cell.Id == _order.Cell;

    /// <summary>To be called between steps that may take long.</summary>
    public void ThrowIfCancelled() => _cancel.ThrowIfCancellationRequested();

    /// <summary>A free parameter's value, or its default, whether or not its cell is run.</summary>
    public CellValue Value(string cell, string name) => Find(cell, name)?.Value
        ?? _lesson.Description.Find(cell)?.Find(name)?.Default
        ?? throw new InvalidOperationException($"There is no parameter {cell}.{name}.");

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

    private void RunOne(Cell cell)
    {
        ThrowIfCancelled();
        cell.Run(this);
        _cells.Add(cell);
    }
}
