using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Lessons.Shared;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>Defines the data set's class: images and labels, on the device.</summary>
internal sealed class DatasetCell : Cell
{
    public override string Id => "dataset";

    private Device Device { get; set; } = CPU;

    public Dataset Make(NdArray xDf, Series yDf) => new MyDataset(xDf, yDf, Device);

    protected override void Execute() => Device = After<SetupCell>().Device;

    private static RowTensor tensor(NdArray array) => new(array, array.IsReal ? ScalarType.Float64 : ScalarType.Int64, CPU);

    private static RowTensor tensor(Series series) => tensor(series.ToNumpy());

    // <listing>
    private sealed class MyDataset(NdArray xDf, Series yDf/*-*/, Device device/*-*/) : Dataset
    {
        private readonly RowTensor _xs = tensor(xDf).@float().to(device);
        private readonly RowTensor _ys = tensor(yDf).to(device);

        public override (Tensor X, Tensor Y) this[long index] =>
            (_xs[index], _ys[index]);

        public override long Count => _xs.Count;
    }
    // </listing>
}
