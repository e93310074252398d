using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Runs;

public sealed class BatchTrailTests
{
    private readonly BatchTrail _trail = new();

    [Theory]
    [InlineData(1)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(858)]
    [InlineData(27_455)]
    public void Points_EveryBatchOfAnEpoch_AreAtMostForty(int batches)
    {
        for (var batch = 1; batch <= batches; batch++)
        {
            _trail.Add(Samples.Batch(0, batch, batches));
        }

        _trail.Points.Count.ShouldBeInRange(Math.Min(batches, 20), BatchTrail.PointsPerEpoch);
        _trail.Points[0].Batch.ShouldBe(1);
        _trail.Latest!.Batch.ShouldBe(batches);
    }

    [Fact]
    public void Points_TwoHundredEpochs_StayBounded()
    {
        for (var epoch = 0; epoch < 200; epoch++)
        {
            for (var batch = 1; batch <= 100; batch++)
            {
                _trail.Add(Samples.Batch(epoch, batch, 100));
            }
        }

        _trail.Points.Count.ShouldBeLessThanOrEqualTo(BatchTrail.MaxPoints);
        _trail.Points.Select(p => (p.Epoch * 1_000) + p.Batch).ShouldBeInOrder();
        _trail.Points[0].Epoch.ShouldBe(0);
        _trail.Points.Count(p => p.Epoch == 199).ShouldBeGreaterThan(30);
    }

    [Fact]
    public void RestartFrom_EpochInProgress_ForgetsItsPoints()
    {
        _trail.Add(Samples.Batch(0, 1));
        _trail.Add(Samples.Batch(1, 1));
        _trail.Add(Samples.Batch(1, 400));

        _trail.RestartFrom(1);

        _trail.Points.ShouldHaveSingleItem().Epoch.ShouldBe(0);
        _trail.Latest.ShouldBeNull();
    }
}
