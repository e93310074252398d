using System.Globalization;
using AslTutorial.Web.Lessons.Dense;

namespace AslTutorial.Web.Tests.Lessons.Dense;

/// <summary>The numbers of lesson 2's widget.</summary>
public sealed class DenseUnitTests
{
    private static readonly MovedHand Still = new(TrainedUnits.Hand, 0, 0);

    [Fact]
    public void CountChanged_OnePixelToTheRight_IsWhatTheFigureSays() =>
        new MovedHand(TrainedUnits.Hand, 1, 0).CountChanged(Still).ShouldBe(650);

    [Fact]
    public void MovedHand_RightAndDown_TheEdgesAreRepeated()
    {
        byte[] hand = [.. Enumerable.Range(0, MovedHand.Side * MovedHand.Side).Select(at => (byte)(at % 251))];

        var moved = new MovedHand(hand, 2, 1).Pixels;

        moved[0].ShouldBe(hand[0] / 255.0);
        moved[(5 * MovedHand.Side) + 7].ShouldBe(hand[(4 * MovedHand.Side) + 5] / 255.0);
        moved[MovedHand.Side - 1].ShouldBe(hand[MovedHand.Side - 3] / 255.0);
    }

    [Fact]
    public void Sum_SmallUnit_IsWorkedOutByHand()
    {
        var unit = new DenseUnit(0.5, 0.25, Convert.ToBase64String([127, 0, unchecked((byte)-127)]));

        unit.Weights.ShouldBe([0.5, 0, -0.5]);
        unit.Sum([1, 1, 0.5]).ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void All_EveryUnit_HasAWeightForEveryPixelAndIsAlive()
    {
        TrainedUnits.All.Count.ShouldBe(24);
        foreach (var unit in TrainedUnits.All)
        {
            unit.Weights.Count.ShouldBe(MovedHand.Side * MovedHand.Side);
        }

        TrainedUnits.All.Count(unit => unit.Sum(Still.Pixels) > 0).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Texts_BothLanguages_HaveTheSameKeys()
    {
        Keys(CultureInfo.GetCultureInfo("zh-CN")).ShouldBe(Keys(CultureInfo.InvariantCulture));
    }

    private static List<string> Keys(CultureInfo culture) =>
    [
        .. new System.Resources.ResourceManager(typeof(DenseTexts)).GetResourceSet(culture, true, false)!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal),
    ];
}
