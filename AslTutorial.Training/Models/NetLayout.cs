using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Models;

/// <summary>The tensors of a net, in the order in which its script takes them.</summary>
/// <param name="Parameters">What Adam changes.</param>
/// <param name="Buffers">What batch normalisation keeps.</param>
internal sealed record NetLayout(IReadOnlyList<TensorSpec> Parameters, IReadOnlyList<TensorSpec> Buffers)
{
    /// <summary>Lesson 2's net: 784-512-512-24.</summary>
    public static NetLayout Dense { get; } = new(
        [.. Linear(1, 784, 512), .. Linear(3, 512, 512), .. Linear(5, 512, 24)],
        []);

    public IEnumerable<TensorSpec> All => Parameters.Concat(Buffers);

    public static NetLayout Of(NetShape shape) => shape.Kind == ModelKind.Cnn ? Cnn(shape) : Dense;

    /// <summary>Lesson 3's net, 404,099 parameters with a kernel of 3; the numbers count the layers of its nn.Sequential.</summary>
    private static NetLayout Cnn(NetShape shape) => new(
        [
            .. Convolution(0, 1, 25, shape.KernelSize), .. Norm(1, 25),
            .. Convolution(4, 25, 50, shape.KernelSize), .. Norm(5, 50),
            .. Convolution(9, 50, 75, shape.KernelSize), .. Norm(10, 75),
            .. Linear(14, shape.FlattenedSize, 512), .. Linear(17, 512, 24),
        ],
        [.. Running(1, 25), .. Running(5, 50), .. Running(10, 75)]);

    private static TensorSpec[] Convolution(int layer, int channels, int filters, int kernel) =>
    [
        new($"{layer}.weight", [filters, channels, kernel, kernel], channels * kernel * kernel),
        new($"{layer}.bias", [filters], channels * kernel * kernel),
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
