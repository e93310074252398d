using AslTutorial.Training.Contracts.Tensors;

namespace AslTutorial.Training.Tests.Looks;

/// <summary>The nets in plain loops over doubles, from a weights file: nothing of libtorch is in it.</summary>
internal sealed class PlainNet(byte[] weights)
{
    private static readonly int[] Convolutions = [0, 4, 9];

    private readonly SafeTensorsFile _file = SafeTensorsReader.Read(weights);

    public bool IsCnn => _file.Tensors.ContainsKey("17.weight");

    /// <summary>A map: channel, row, column.</summary>
    public static double[,,] Image(ReadOnlySpan<byte> pixels)
    {
        var map = new double[1, 28, 28];
        for (var i = 0; i < pixels.Length; i++)
        {
            map[0, i / 28, i % 28] = pixels[i] / 255.0;
        }

        return map;
    }

    /// <summary>Convolution of a block, from 1; with <paramref name="only"/> what that input map alone adds, without the bias.</summary>
    public double[,,] Convolve(double[,,] x, int block, int? only = null)
    {
        var name = $"{Convolutions[block - 1]}";
        var (w, bias) = (Tensor(name + ".weight"), Tensor(name + ".bias"));
        var shape = _file.Tensors[name + ".weight"].Shape;
        var (outs, ins, k) = ((int)shape[0], (int)shape[1], (int)shape[2]);
        var (height, width) = (x.GetLength(1) + 3 - k, x.GetLength(2) + 3 - k);
        var y = new double[outs, height, width];
        for (var o = 0; o < outs; o++)
        {
            for (var r = 0; r < height; r++)
            {
                for (var c = 0; c < width; c++)
                {
                    var sum = only is null ? bias[o] : 0;
                    for (var i = only ?? 0; i < (only + 1 ?? ins); i++)
                    {
                        for (var a = 0; a < k; a++)
                        {
                            for (var b = 0; b < k; b++)
                            {
                                var (row, column) = (r + a - 1, c + b - 1);
                                if (row >= 0 && row < x.GetLength(1) && column >= 0 && column < x.GetLength(2))
                                {
                                    sum += w[(((((o * ins) + i) * k) + a) * k) + b] * x[i, row, column];
                                }
                            }
                        }
                    }

                    y[o, r, c] = sum;
                }
            }
        }

        return y;
    }

    public double[,,] Normalize(double[,,] x, int block)
    {
        var name = $"{Convolutions[block - 1] + 1}";
        var (gamma, beta, mean, variance) = (Tensor(name + ".weight"), Tensor(name + ".bias"), Tensor(name + ".running_mean"), Tensor(name + ".running_var"));
        return Map(x, (value, channel) => ((value - mean[channel]) / Math.Sqrt(variance[channel] + 1e-5) * gamma[channel]) + beta[channel]);
    }

    public static double[,,] Pool(double[,,] x)
    {
        var y = new double[x.GetLength(0), x.GetLength(1) / 2, x.GetLength(2) / 2];
        return Fill(y, (channel, row, column) =>
        {
            var most = 0.0;
            for (var i = 0; i < 4; i++)
            {
                most = Math.Max(most, x[channel, (row * 2) + (i / 2), (column * 2) + (i % 2)]);
            }

            return most;
        });
    }

    public double[,,] Block(double[,,] x, int block) => Pool(Normalize(Convolve(x, block), block));

    /// <summary>The 512 numbers before the last layer.</summary>
    public double[] Features(double[,,] image)
    {
        if (!IsCnn)
        {
            return Relu(Linear(Relu(Linear([.. image.Cast<double>()], "1")), "3"));
        }

        var maps = Block(Block(Block(image, 1), 2), 3);
        return Relu(Linear([.. maps.Cast<double>()], "14"));
    }

    public double[] Logits(double[] features) => Linear(features, IsCnn ? "17" : "5");

    public static double[] Softmax(double[] logits)
    {
        var most = logits.Max();
        double[] powers = [.. logits.Select(logit => Math.Exp(logit - most))];
        var sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }

    public double[] Linear(double[] x, string layer)
    {
        var (w, bias) = (Tensor(layer + ".weight"), Tensor(layer + ".bias"));
        return [.. bias.Select((b, o) => b + x.Select((value, i) => w[(o * x.Length) + i] * value).Sum())];
    }

    public static double[] Relu(double[] x) => [.. x.Select(value => Math.Max(0, value))];

    /// <summary>A tensor's numbers, row-major.</summary>
    public double[] Tensor(string name) => [.. _file.Tensors[name].Numbers<float>().ToArray().Select(value => (double)value)];

    private static double[,,] Map(double[,,] x, Func<double, int, double> change) =>
        Fill((double[,,])x.Clone(), (channel, row, column) => change(x[channel, row, column], channel));

    private static double[,,] Fill(double[,,] y, Func<int, int, int, double> value)
    {
        for (var channel = 0; channel < y.GetLength(0); channel++)
        {
            for (var row = 0; row < y.GetLength(1); row++)
            {
                for (var column = 0; column < y.GetLength(2); column++)
                {
                    y[channel, row, column] = value(channel, row, column);
                }
            }
        }

        return y;
    }
}
