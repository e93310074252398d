namespace AslTutorial.Web.Lessons.Dense;

/// <summary>What one unit of a trained dense net sees: its weights as a picture, on a hand that can be moved.</summary>
public sealed partial class DenseUnitWidget
{
    /// <summary>How many pixels the hand can be moved each way.</summary>
    private const int Farthest = 4;

    private static readonly (string Name, string Sign, int Right, int Down)[] Moves =
        [("Left", "←", -1, 0), ("Up", "↑", 0, -1), ("Down", "↓", 0, 1), ("Right", "→", 1, 0)];

    private static readonly MovedHand Still = new(TrainedUnits.Hand, 0, 0);

    private MovedHand _hand = Still;
    private int _unit = 1;
    private int _right;
    private int _down;
    private int _row = 10;
    private int _column = 15;

    private DenseUnit Unit => TrainedUnits.All[_unit - 1];

    private int At => ((_row - 1) * MovedHand.Side) + _column - 1;

    private float[] Brightness => [.. _hand.Pixels.Select(pixel => (float)pixel)];

    private IReadOnlyList<double> Products => [.. Unit.Weights.Zip(_hand.Pixels, (weight, pixel) => weight * pixel)];

    /// <summary>The largest absolute weight; products cannot be larger, as no pixel exceeds 1.</summary>
    private double Strongest => Unit.Weights.Max(Math.Abs);

    private bool IsMoved => _right != 0 || _down != 0;

    private int Changed => _hand.CountChanged(Still);

    private double SumBefore => Unit.Sum(Still.Pixels);

    private double SumNow => Unit.Sum(_hand.Pixels);

    private string Where => IsMoved ? L["Moved", Signed(_right), Signed(_down)] : L["Still"];

    private string Verdict => (IsMoved, SumBefore > 0, SumNow > 0) switch
    {
        (false, true, _) => "VerdictOn",
        (false, false, _) => "VerdictOff",
        (_, true, false) => "VerdictWentOff",
        (_, false, true) => "VerdictWentOn",
        (_, true, true) when Math.Abs(SumNow - SumBefore) > 0.25 * SumBefore => "VerdictOther",
        _ => "VerdictAlike",
    };

    private static string Signed(int pixels) => pixels > 0 ? $"+{pixels}" : Components.Widgets.Shared.Numerals.Short(pixels);

    private bool CanMove(int right, int down) => Math.Abs(_right + right) <= Farthest && Math.Abs(_down + down) <= Farthest;

    private void Move(int right, int down)
    {
        // A click may arrive after its button was disabled.
        if (CanMove(right, down))
        {
            Put(_right + right, _down + down);
        }
    }

    private void Reset() => Put(0, 0);

    private void Put(int right, int down)
    {
        (_right, _down) = (right, down);
        _hand = new(TrainedUnits.Hand, right, down);
    }
}
