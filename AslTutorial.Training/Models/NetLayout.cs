using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Models;

/// <summary>The tensors of a net, in the order in which its script takes them.</summary>
internal sealed record NetLayout(IReadOnlyList<TensorSpec> Parameters, IReadOnlyList<TensorSpec> Buffers)
{
    /// <summary>Lesson 3's net, 404,099 parameters; the numbers count the layers of its nn.Sequential.</summary>
    public static NetLayout Cnn { get; } = new(
        [
            .. Convolution(0, 1, 25), .. Norm(1, 25),
            .. Convolution(4, 25, 50), .. Norm(5, 50),
            .. Convolution(9, 50, 75), .. Norm(10, 75),
            .. Linear(14, 675, 512), .. Linear(17, 512, 24),
        ],
        [.. Running(1, 25), .. Running(5, 50), .. Running(10, 75)]);

    /// <summary>Lesson 2's net: 784-512-512-24.</summary>
    public static NetLayout Dense { get; } = new(
        [.. Linear(1, 784, 512), .. Linear(3, 512, 512), .. Linear(5, 512, 24)],
        []);

    public IEnumerable<TensorSpec> All => Parameters.Concat(Buffers);

    public static NetLayout Of(ModelKind kind) => kind == ModelKind.Cnn ? Cnn : Dense;

    private static TensorSpec[] Convolution(int layer, int channels, int filters) =>
    [
        new($"{layer}.weight", [filters, channels, 3, 3], channels * 9),
        new($"{layer}.bias", [filters], channels * 9),
    ];

    private static TensorSpec[] Linear(int layer, int inputs, int outputs) =>
    [
        new($"{layer}.weight", [outputs, inputs], inputs),
        new($"{layer}.bias", [outputs], inputs),
    ];

    private static TensorSpec[] Norm(int layer, int channels) =>
    [
        new($"{layer}.weight", [channels], Fill: 1),
        new($"{layer}.bias", [channels]),
    ];

    private static TensorSpec[] Running(int layer, int channels) =>
    [
        new($"{layer}.running_mean", [channels]),
        new($"{layer}.running_var", [channels], Fill: 1),
        new($"{layer}.num_batches_tracked", [], IsCount: true),
    ];
}
