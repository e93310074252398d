using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Lessons.Shared;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>Defines the data set's class. Like Python it executes nothing of it before the first data set is made.</summary>
internal sealed class DatasetCell : Cell
{
    public override string Id => "dataset";

    protected override PythonNames Names => new(
        new Dictionary<string, long>(After<ReshapeCell>().Sizes) { ["BATCH_SIZE"] = DataloaderCell.BatchSizeOf(Session) },
        Unbound: ["labels"],
        Objects: ["self", "frame", "pixels", "device", "train_df", "valid_df", "first_x", "first_rows", "MyDataset"]);

    private Device Device { get; set; } = CPU;

    /// <summary>A data set of a table.</summary>
    /// <exception cref="PythonException">With the statement of __init__ that failed.</exception>
    public Dataset Make(DataFrame frame)
    {
        try
        {
            return new MyDataset(frame, this);
        }
        catch (PythonException error)
        {
            var statement = error.Operation == nameof(DataFrame.Pop)
                ? $"labels = pixels.pop({Gap("label").Source})"
                : $"pixels = pixels.reshape(-1, {Gap("channels").Source}, {Gap("width").Source}, {Gap("height").Source})";
            throw error.At(Id, "MyDataset.__init__", statement);
        }
    }

    /// <summary>How many different labels a data set of that table has.</summary>
    public int CountClasses(DataFrame frame) => frame.Copy().Pop(Gap("label")).CountUnique();

    protected override void Execute() => Device = After<SetupCell>().Device;

    private static RowTensor tensor(NdArray array) => new(array, array.IsReal ? ScalarType.Float64 : ScalarType.Int64, CPU);

    // <listing>
    private sealed class MyDataset : Dataset
    {
        private readonly RowTensor _xs;
        private readonly RowTensor _ys;

        public MyDataset(DataFrame frame/*-*/, DatasetCell cell/*-*/)
        {
            var pixels = frame.Copy();
            var labels = pixels.Pop(/*-*/cell./*-*/Gap("label"));
            var scaled = pixels.ToNumpy() / 255;
            scaled = scaled.Reshape(-1, /*-*/cell./*-*/Gap("channels"), /*-*/cell./*-*/Gap("width"), /*-*/cell./*-*/Gap("height"));
            _xs = tensor(scaled).@float().to(/*-*/cell./*-*/Device);
            _ys = tensor(labels.ToNumpy()).to(/*-*/cell./*-*/Device);
        }

        public override (Tensor X, Tensor Y) this[long index] =>
            (_xs[index], _ys[index]);

        public override long Count => _xs.Count;
    }
    // </listing>
}
