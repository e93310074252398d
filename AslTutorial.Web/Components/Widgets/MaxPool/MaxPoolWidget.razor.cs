using AslTutorial.Web.Components.Widgets.Shared;

namespace AslTutorial.Web.Components.Widgets.MaxPool;

/// <summary>A crop of the hand's feature map, pooled; moving the hand shows which changes pooling hides.</summary>
public sealed partial class MaxPoolWidget
{
    private const int Half = HandFeatures.CropSide / Pooling.Window;

    private static readonly (string Name, string Sign, int Right, int Down)[] Moves =
    [
        ("Left", "←", -1, 0),
        ("Right", "→", 1, 0),
        ("Up", "↑", 0, -1),
        ("Down", "↓", 0, 1),
    ];

    private readonly double[] _before = HandFeatures.Crop();
    private readonly double[] _maxBefore = Pooling.Max(HandFeatures.Crop(), HandFeatures.CropSide);
    private readonly double[] _averageBefore = Pooling.Average(HandFeatures.Crop(), HandFeatures.CropSide);

    private double[] _input = [];
    private double[] _max = [];
    private double[] _average = [];
    private int _right;
    private int _down;

    private bool IsMoved => _right != 0 || _down != 0;

    private IEnumerable<(string Name, MapChange Change)> Changes =>
    [
        ("Input", MapChange.Between(_before, _input)),
        ("Max", MapChange.Between(_maxBefore, _max)),
        ("Average", MapChange.Between(_averageBefore, _average)),
    ];

    private string Where => L["maxpool.Where", Numerals.Short(_right), Numerals.Short(_down)];

    private string Verdict => (IsMoved, _right % Pooling.Window == 0 && _down % Pooling.Window == 0) switch
    {
        (false, _) => "maxpool.Start",
        (true, true) => "maxpool.WholeWindow",
        _ => "maxpool.Less",
    };

    protected override void OnInitialized() => Compute();

    private bool CanMove(int right, int down) =>
        Math.Abs(_right + right) <= HandFeatures.MaxShift && Math.Abs(_down + down) <= HandFeatures.MaxShift;

    private void Move(int right, int down)
    {
        // A second click may have been sent before the first one disabled the button.
        if (CanMove(right, down))
        {
            (_right, _down) = (_right + right, _down + down);
            Compute();
        }
    }

    private void Reset()
    {
        (_right, _down) = (0, 0);
        Compute();
    }

    private void Compute()
    {
        _input = HandFeatures.Crop(_right, _down);
        _max = Pooling.Max(_input, HandFeatures.CropSide);
        _average = Pooling.Average(_input, HandFeatures.CropSide);
    }

    private GridCell InputCell(int row, int column)
    {
        var value = _input[(row * HandFeatures.CropSide) + column];
        var (windowRow, windowColumn) = (row / Pooling.Window, column / Pooling.Window);
        var isLargest = value > 0 && value == _max[(windowRow * Half) + windowColumn];
        return new(Numerals.Short(value), Name(windowRow, windowColumn), Explain(windowRow, windowColumn), value / _input.Max(), isLargest ? "is-largest" : null);
    }

    private GridCell PooledCell(double[] now, double[] before, int row, int column)
    {
        var at = (row * Half) + column;
        var isChanged = now[at] != before[at];
        var says = isChanged ? L["maxpool.Was", Explain(row, column), Numerals.Short(before[at])] : Explain(row, column);
        return new(Numerals.Short(Math.Round(now[at], MidpointRounding.AwayFromZero)), Name(row, column), says, now[at] / _input.Max(), isChanged ? "is-changed" : null);
    }

    private string Explain(int row, int column)
    {
        var window = Pooling.Under(_input, HandFeatures.CropSide, row, column);
        return L[
            "maxpool.Explain", row + 1, column + 1, string.Join(L["List"], window.Select(v => Numerals.Short(v))),
            Numerals.Short(window.Max()), Numerals.Short(window.Average())];
    }

    private static string Name(int row, int column) => $"w{row}{column}";
}
