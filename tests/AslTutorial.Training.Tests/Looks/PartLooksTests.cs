using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Tests.Looks;

public sealed class PartLooksTests
{
    private const int Image = 4;

    private static readonly PlainNet Plain = new(TrainedNets.Weights(ModelKind.Cnn));

    private static double[,,] Pixels => PlainNet.Image(TrainedNets.Data.Valid.Pixels.AsSpan(Image * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage));

    [Theory]
    [InlineData(1, 24)]
    [InlineData(2, 0)]
    [InlineData(2, 49)]
    [InlineData(3, 37)]
    public async Task Map_EveryNumberIsThatOfPlainLoops(int block, int channel)
    {
        var file = await TrainedNets.LookAsync(new(LookView.Map) { Image = Image, Layer = block, Channel = channel });

        var inputs = Pixels;
        for (var before = 1; before < block; before++)
        {
            inputs = Plain.Block(inputs, before);
        }

        var convolved = Plain.Convolve(inputs, block);
        var normalized = Plain.Normalize(convolved, block);
        file.Tensors["inputs"].Numbers<float>().ShouldBeNear(inputs.Cast<double>(), 1e-4);
        file.Tensors["conv"].Numbers<float>().ShouldBeNear(Channel(convolved, channel), 1e-4);
        file.Tensors["norm"].Numbers<float>().ShouldBeNear(Channel(normalized, channel), 1e-4);
        file.Tensors["pool"].Numbers<float>().ShouldBeNear(Channel(PlainNet.Pool(normalized), channel), 1e-4);
        var strength = Enumerable.Range(0, inputs.GetLength(0)).Select(input => Channel(Plain.Convolve(inputs, block, input), channel).Average(Math.Abs));
        file.Tensors["strength"].Numbers<float>().ShouldBeNear(strength, 1e-4);
        int[] layers = [0, 4, 9];
        var ins = inputs.GetLength(0);
        file.Tensors["kernel"].Numbers<float>().ShouldBeNear(Plain.Tensor($"{layers[block - 1]}.weight").Skip(channel * ins * 9).Take(ins * 9), 0);
        file.Tensors["bias"].Numbers<float>().ShouldBeNear([Plain.Tensor($"{layers[block - 1]}.bias")[channel]], 0);
        string[] norm = ["weight", "bias", "running_mean", "running_var"];
        file.Tensors["batchnorm"].Numbers<float>().ShouldBeNear(norm.Select(part => Plain.Tensor($"{layers[block - 1] + 1}.{part}")[channel]), 0);
    }

    [Fact]
    public async Task Kernels_AreTheFilesInTheirOrder()
    {
        var file = await TrainedNets.LookAsync(new(LookView.Kernels) { Layer = 2 });

        file.Tensors["kernels"].Shape.ShouldBe([50, 25, 3, 3]);
        file.Tensors["kernels"].Numbers<float>().ShouldBeNear(Plain.Tensor("4.weight"), 0);
    }

    [Theory]
    [InlineData(ModelKind.Cnn, 1, "14", "17")]
    [InlineData(ModelKind.Dense, 1, "1", "3")]
    [InlineData(ModelKind.Dense, 2, "3", "5")]
    public async Task Unit_ItsWeightsComingInAndGoingOut(ModelKind kind, int layer, string incoming, string outgoing)
    {
        const int Unit = 300;
        var file = await TrainedNets.LookAsync(new(LookView.Unit) { Layer = layer, Channel = Unit }, kind);

        var plain = new PlainNet(TrainedNets.Weights(kind));
        var (into, outOf) = (plain.Tensor($"{incoming}.weight"), plain.Tensor($"{outgoing}.weight"));
        var inputs = into.Length / 512;
        file.Tensors["weights"].Numbers<float>().ShouldBeNear(into.Skip(Unit * inputs).Take(inputs), 0);
        file.Tensors["bias"].Numbers<float>().ShouldBeNear([plain.Tensor($"{incoming}.bias")[Unit]], 0);
        file.Tensors["outgoing"].Numbers<float>().ShouldBeNear(outOf.Where((_, i) => i % 512 == Unit), 0);
    }

    [Theory]
    [InlineData(ModelKind.Cnn, "17")]
    [InlineData(ModelKind.Dense, "5")]
    public async Task Letter_ItsWeightsTimesTheUnits_SumToItsLogit(ModelKind kind, string last)
    {
        const int Letter = 20;
        var file = await TrainedNets.LookAsync(new(LookView.Letter) { Letter = Letter }, kind);

        var plain = new PlainNet(TrainedNets.Weights(kind));
        var weights = file.Tensors["weights"].Numbers<float>();
        weights.ShouldBeNear(plain.Tensor($"{last}.weight").Skip(Letter * 512).Take(512), 0);
        var bias = file.Tensors["bias"].Numbers<float>();
        bias.ShouldBeNear([plain.Tensor($"{last}.bias")[Letter]], 0);

        var whole = await TrainedNets.LookAsync(new(LookView.Whole) { Image = Image }, kind);
        var units = whole.Tensors[kind == ModelKind.Cnn ? "units" : "units2"].Numbers<float>();
        var sum = (double)bias[0];
        for (var unit = 0; unit < units.Length; unit++)
        {
            sum += (double)units[unit] * weights[unit];
        }

        ((double)whole.Tensors["logits"].Numbers<float>()[Letter]).ShouldBe(sum, 1e-3);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 70)]
    public async Task Channel_CountsAndStatisticsAreThoseOfPlainLoops(int block, int channel)
    {
        var file = await TrainedNets.LookAsync(new(LookView.Channel) { Layer = block, Channel = channel });

        var images = Math.Min(Training.Looks.Views.ManyLooks.Images, TrainedNets.Data.Valid.Count);
        var before = new List<double>();
        var after = new List<double>();
        for (var image = 0; image < images; image++)
        {
            var maps = PlainNet.Image(TrainedNets.Data.Valid.Pixels.AsSpan(image * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage));
            for (var earlier = 1; earlier < block; earlier++)
            {
                maps = Plain.Block(maps, earlier);
            }

            var convolved = Plain.Convolve(maps, block);
            before.AddRange(Channel(convolved, channel));
            after.AddRange(Channel(Plain.Normalize(convolved, block), channel));
        }

        var mean = before.Average();
        var statistics = file.Tensors["statistics"].Numbers<float>();
        statistics[..2].ShouldBeNear([mean, before.Average(value => (value - mean) * (value - mean))], 1e-3);
        Check("before", before);
        Check("after", after);

        void Check(string name, List<double> values)
        {
            file.Tensors[$"{name}.range"].Numbers<float>().ShouldBeNear([values.Min(), values.Max()], 1e-4);
            var counts = file.Tensors[name].Numbers<int>().ToArray();
            counts.Sum().ShouldBe(values.Count);
            var expected = new int[counts.Length];
            values.ForEach(value => expected[Math.Min(counts.Length - 1, (int)((value - values.Min()) / (values.Max() - values.Min()) * counts.Length))]++);
            // A value beside an edge may fall on either side of it in float32.
            counts.Zip(expected).Sum(pair => Math.Abs(pair.First - pair.Second)).ShouldBeLessThan(1 + (values.Count / 500));
        }
    }

    [Fact]
    public async Task Dropout_KeptUnitsScaled_GiveTheProbabilities()
    {
        var file = await TrainedNets.LookAsync(new(LookView.Dropout) { Image = Image, Passes = 5, Seed = 9, Rate = 0.3 });

        var features = Plain.Features(Pixels);
        var kept = file.Tensors["kept"].Bytes.ToArray();
        var probabilities = file.Tensors["probabilities"].Numbers<float>();
        kept.Average(keep => (double)keep).ShouldBe(0.7, 0.04);
        for (var pass = 0; pass < 5; pass++)
        {
            var mask = kept[(pass * 512)..((pass + 1) * 512)];
            var expected = PlainNet.Softmax(Plain.Logits([.. features.Select((feature, i) => feature * mask[i] / 0.7)]));
            probabilities.Slice(pass * 24, 24).ShouldBeNear(expected, 1e-4);
        }

        file.Tensors["plain"].Numbers<float>().ShouldBeNear(PlainNet.Softmax(Plain.Logits(features)), 1e-5);
        file.Tensors["units"].Numbers<float>().ShouldBeNear(features, 1e-4);
        var again = await TrainedNets.LookAsync(new(LookView.Dropout) { Image = Image, Passes = 5, Seed = 9, Rate = 0.3 });
        again.Tensors["kept"].Bytes.ToArray().ShouldBe(kept);
    }

    private static IEnumerable<double> Channel(double[,,] maps, int channel)
    {
        var size = maps.GetLength(1) * maps.GetLength(2);
        return maps.Cast<double>().Skip(channel * size).Take(size);
    }
}
