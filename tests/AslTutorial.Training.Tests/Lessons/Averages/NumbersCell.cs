using AslTutorial.Training.Cells.Engine;

namespace AslTutorial.Training.Lessons.Averages;

/// <summary>The numbers from 0.</summary>
internal sealed class NumbersCell : Cell
{
    public override string Id => "numbers";

    public IReadOnlyList<int> Numbers { get; private set; } = [];

    protected override void Execute()
    {
        // <listing>
        // zh-CN: 从 0 数起
        // en: Counted from 0
        var count = 5;
        var numbers = Enumerable.Range(0, count).ToList();
        // </listing>
        Numbers = numbers;
    }
}
