using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Cells.Printing;
using AslTutorial.Training.Cells.Printing.Torch;
using AslTutorial.Training.Contracts.Cells;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Engine;

/// <summary>
/// A cell's program; an object for every run. Learners read what stands between the listing marks of its source file.
/// </summary>
internal abstract class Cell
{
    private readonly List<CellOutput> _outputs = [];
    private readonly List<CellFact> _facts = [];
    private Session? _session;

    /// <summary>The cell's id in the lesson.</summary>
    public abstract string Id { get; }

    public IReadOnlyList<CellOutput> Outputs => _outputs;

    public IReadOnlyList<CellFact> Facts => _facts;

    protected Session Session => _session ?? throw new InvalidOperationException($"{Id} is not being run");

    protected CudaState Cuda => new(Session.Device.IsCuda);

    /// <summary>The names a gap of this cell may mention.</summary>
    protected virtual PythonNames Names => PythonNames.None;

    /// <exception cref="PythonException">What Python would raise.</exception>
    /// <exception cref="CellFaultException">The cell cannot be run.</exception>
    public void Run(Session session)
    {
        _session = session;
        Execute();
    }

    /// <summary>What has to be done before the cells before it have run.</summary>
    public virtual void Prepare(Session session)
    {
    }

    protected abstract void Execute();

    /// <summary>A cell that has run before this one.</summary>
    protected T After<T>()
        where T : Cell => Session.Find<T>(this);

    /// <summary>A free parameter's current value.</summary>
    protected int Parameter(string name) => (int)Session.Value(Id, name).Integer;

    /// <summary>A free parameter's current value.</summary>
    protected double RealParameter(string name) => Session.Value(Id, name) switch
    {
        { Kind: CellValueKind.Integer } value => value.Integer,
        var value => value.Real,
    };

    /// <summary>What the learner wrote in a gap that is not empty.</summary>
    protected Operand Gap(string name) => GapArgument(name)?.Value
        ?? throw new CellFaultException(CellFaultCodes.MissingValue, $"The gap {Id}.{name} is empty.", $"{Id}.{name}");

    /// <summary>What the learner wrote as an argument of a call, or null for nothing.</summary>
    protected CallArgument? GapArgument(string name) =>
        Session.Find(Id, name) is { } argument ? new(argument.Keyword, new(argument.Value, Names) { Gap = name }) : null;

    protected void Show(bool value) => Print(() => PythonText.Repr(value));

    /// <summary>An array's shape, a tuple.</summary>
    protected void Show(ArrayShape shape) => Print(() => shape.ToString());

    protected void Show(NdArray array) => Print(() => array.ToString());

    /// <summary>A batch: a list of tensors.</summary>
    protected void Show(Tensor[] batch) => Print(() => PythonText.List(batch.Select(TensorExcerpt.Repr)));

    /// <summary>A tensor's shape, a torch.Size.</summary>
    protected void Show(long[] shape) => Print(() => TensorPrinter.Size(shape));

    protected void Show(OptimizedModule model) => Print(() => model.ToString());

    protected void Show(Func<CellImage> image) => Add(() => CellOutput.Of(image()));

    protected void Show(Func<CellTable> table) => Add(() => CellOutput.Of(table()));

    protected void State(string name, CellValue value) => _facts.Add(new(name, value));

    protected void Print(Func<string> text) => Add(() => CellOutput.Of(text()));

    /// <summary>Only the cell that was asked for shows anything; what the cells before it would show is not even made.</summary>
    private void Add(Func<CellOutput> output)
    {
        if (Session.IsAskedFor(this))
        {
            Session.ThrowIfCancelled();
            _outputs.Add(output());
        }
    }
}
