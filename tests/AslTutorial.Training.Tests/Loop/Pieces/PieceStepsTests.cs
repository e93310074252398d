using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop.Pieces;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Loop.Pieces;

public sealed class PieceStepsTests
{
    private const double Exact = 1e-10;

    // Ten steps over the 150 images, each size more than once.
    private static readonly int[] Batches = [32, 31, 7, 1, 32, 7, 1, 31, 1, 7];

    public static TheoryData<int> Threads => [1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Theory]
    [MemberData(nameof(Threads))]
    public void Step_CnnInDouble_IsTheUndividedStep(int threads) => Compare(ModelKind.Cnn, threads, dropsOut: true);

    [Theory]
    [MemberData(nameof(Threads))]
    public void Step_CnnInEvalModeInDouble_IsTheUndividedStep(int threads) => Compare(ModelKind.Cnn, threads, dropsOut: false);

    [Theory]
    [MemberData(nameof(Threads))]
    public void Step_DenseInDouble_IsTheUndividedStep(int threads) => Compare(ModelKind.Dense, threads, dropsOut: false);

    [Theory]
    [InlineData(ModelKind.Cnn, 2)]
    [InlineData(ModelKind.Cnn, 5)]
    [InlineData(ModelKind.Dense, 3)]
    public void Step_OneInSingle_DiffersByRoundingOnly(ModelKind kind, int threads)
    {
        using var scope = NewDisposeScope();
        using var ways = new TwoWays(kind, threads, dropsOut: true, ScalarType.Float32);

        ways.Step(0, 31);

        var (divided, whole) = ways.Read();
        divided.LossSum.ShouldBe(whole.LossSum, 1e-5 * whole.LossSum);
        divided.Correct.ShouldBe(whole.Correct);
        foreach (var ((spec, mean), other) in ways.Divided.Net.Layout.Parameters.Zip(ways.Divided.Adam.Means).Zip(ways.Whole.Adam.Means))
        {
            // Adam's mean after a step is a tenth of the gradient; that of a bias before a normalisation is nothing but rounding.
            var scale = Math.Max(other.abs().max().item<float>(), 1e-5);
            (TwoWays.Distance(mean, other) / scale).ShouldBeLessThan(2e-3, spec.Name);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Cut_Masks_GivesEachImageItsOwnWhateverThePieces(int threads)
    {
        using var scope = NewDisposeScope();
        var (maps, features, index) = (rand(31 * 196, 50), rand(31, 512), arange(31));
        var plan = new PiecePlan(31, threads);
        var batch = new PieceBatch(null!, index, plan, [], null);

        var pieces = Enumerable.Range(0, plan.Pieces).ToList();

        cat([.. pieces.Select(piece => batch.Cut(maps, piece))], 0).Equals(maps).ShouldBeTrue();
        cat([.. pieces.Select(piece => batch.Cut(features, piece))], 0).Equals(features).ShouldBeTrue();
        pieces.ShouldAllBe(piece => batch.Cut(maps, piece).shape[0] == 196 * (batch.End(piece) - batch.Start(piece)));
    }

    [Theory]
    [InlineData(32, 1)]
    [InlineData(31, 4)]
    [InlineData(7, 9)]
    [InlineData(1, 2)]
    public void Start_AnyBatch_CutsItIntoLikePieces(int images, int threads)
    {
        var plan = new PiecePlan(images, threads);

        var sizes = Enumerable.Range(0, plan.Pieces).Select(piece => plan.End(piece) - plan.Start(piece)).ToList();

        sizes.Count.ShouldBe(Math.Min(images, threads));
        sizes.Sum().ShouldBe(images);
        (sizes.Max() - sizes.Min()).ShouldBeLessThanOrEqualTo(1);
        Enumerable.Range(1, plan.Pieces - 1).ShouldAllBe(piece => plan.Start(piece) == plan.End(piece - 1));
    }

    private static void Compare(ModelKind kind, int threads, bool dropsOut)
    {
        using var scope = NewDisposeScope();
        using var ways = new TwoWays(kind, threads, dropsOut);
        var start = 0;
        foreach (var images in Batches)
        {
            ways.Step(start, images);
            start += images;

            var (divided, whole) = ways.Read();
            divided.LossSum.ShouldBe(whole.LossSum, Exact);
            divided.Correct.ShouldBe(whole.Correct);
            var (name, distance) = ways.Furthest();
            distance.ShouldBeLessThan(Exact, $"{name} after {start} images");
        }

        ways.Divided.Adam.Steps.item<float>().ShouldBe(Batches.Length);
    }
}
