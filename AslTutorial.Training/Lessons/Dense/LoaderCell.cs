using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>What an object prints that has no print of its own.</summary>
internal sealed class LoaderCell : Cell
{
    private const string Module = "torch.utils.data.dataloader";

    public override string Id => "loader";

    protected override void Execute()
    {
        var trainLoader = After<LoadersCell>().TrainLoader;

        // <listing>
        Show(trainLoader);
        // </listing>
    }

    private void Show(DataLoader loader) => Print(() => $"<{Module}.{loader.GetType().Name} object at 0x{Address():x}>");

    // Python prints the object's memory address, which differs in each process; here a random one is drawn.
    private long Address() => 0x7f00_0000_0000 | (Session.Random.NextInt64() & 0xff_ffff_fff0);
}
