using AslTutorial.Web.Components.Widgets.MaxPool;

namespace AslTutorial.Web.Tests.Components.Widgets.MaxPool;

public sealed class PoolingTests
{
    /// <summary>The lesson's figure after ReLU: its pooled numbers are 68, 270, 190, 241.</summary>
    private static readonly double[] Figure = [0, 20, 255, 9, 0, 68, 270, 0, 0, 138, 241, 0, 0, 190, 199, 0];

    [Fact]
    public void Max_TheFiguresMap_IsTheFiguresResult() => Pooling.Max(Figure, 4).ShouldBe([68, 270, 190, 241]);

    [Fact]
    public void Average_TheFiguresMap_IsAQuarterOfTheSums() => Pooling.Average(Figure, 4).ShouldBe([22, 133.5, 82, 110]);

    [Fact]
    public void Max_OddSide_DropsTheLastRowAndColumn() => Pooling.Max([1, 2, 9, 3, 4, 9, 9, 9, 9], 3).ShouldBe([4]);

    [Fact]
    public void Between_HalfOfTheNumbersDoubled_IsTheirShareOfTheSum()
    {
        MapChange.Between([1, 2, 3, 4], [1, 4, 3, 8]).ShouldBe(new MapChange(2, 4, 0.6));
        MapChange.Between([0, 0], [0, 0]).ShouldBe(new MapChange(0, 2, 0));
    }

    [Fact]
    public void Crop_HandMovedRight_IsTheSameMapOneColumnOn()
    {
        var before = HandFeatures.Crop();
        var after = HandFeatures.Crop(right: 1);
        for (var at = 0; at < after.Length; at++)
        {
            if (at % HandFeatures.CropSide > 0)
            {
                after[at].ShouldBe(before[at - 1]);
            }
        }

        Should.Throw<ArgumentOutOfRangeException>(() => HandFeatures.Crop(down: 3));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(0, -1)]
    public void Between_HandMovedByAPixel_MaxChangesLeastAndTheInputMost(int right, int down)
    {
        var (before, after) = (HandFeatures.Crop(), HandFeatures.Crop(right, down));
        const int Side = HandFeatures.CropSide;
        var max = MapChange.Between(Pooling.Max(before, Side), Pooling.Max(after, Side)).Share;
        var average = MapChange.Between(Pooling.Average(before, Side), Pooling.Average(after, Side)).Share;
        max.ShouldBeLessThan(average);
        average.ShouldBeLessThan(MapChange.Between(before, after).Share);
    }
}
