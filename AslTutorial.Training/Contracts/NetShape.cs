namespace AslTutorial.Training.Contracts;

/// <summary>Which net it is: what decides the shapes of its tensors.</summary>
/// <param name="Kind">The lesson's CNN or the dense net.</param>
/// <param name="KernelSize">Of the CNN's three convolutions, whose padding is 1 whatever their kernel.</param>
public readonly record struct NetShape(ModelKind Kind, int KernelSize = NetShape.LessonKernel)
{
    /// <summary>The lesson's.</summary>
    public const int LessonKernel = 3;

    private const int Image = 28;
    private const int Padding = 1;
    private const int Blocks = 3;
    private const int LastChannels = 75;
    private const int Units = 512;

    /// <summary>What a learner may choose; the largest leaves the third convolution nothing to slide over.</summary>
    public static IReadOnlyList<int> KernelSizes { get; } = [1, 3, 5, 7];

    /// <summary>The side of the maps that the second convolution makes: where dropout is.</summary>
    public int SecondSide => Convolved(Pooled(1));

    /// <summary>The length of the vector that Flatten makes: 675 with a kernel of 3. 0 where a block gets too small a map.</summary>
    public int FlattenedSize => LastChannels * Pooled(Blocks) * Pooled(Blocks);

    public static implicit operator NetShape(ModelKind kind) => new(kind);

    /// <summary>
    /// The first convolution whose kernel is larger than the maps it gets, counted from 1, and the side of those, padding
    /// included; null where the kernel fits in all of them.
    /// </summary>
    public (int Convolution, int Side)? Unfit
    {
        get
        {
            for (var block = 1; block <= Blocks; block++)
            {
                var padded = Pooled(block - 1) + (2 * Padding);
                if (padded < KernelSize)
                {
                    return (block, padded);
                }
            }

            return null;
        }
    }

    /// <summary>Why such a net cannot be: the layer and what PyTorch says of it; null where it can.</summary>
    public string? Fault()
    {
        if (Unfit is var (convolution, side))
        {
            return FormattableString.Invariant(
                $"convolution {convolution} gets maps of {side} x {side}, padding included, and its kernel is {KernelSize} x {KernelSize}: \"Kernel size can't be greater than actual input size\"");
        }

        return FlattenedSize == 0 ? "the maps of a block are too small to be pooled" : null;
    }

    /// <summary>What PyTorch says where the first Linear of the CNN expects vectors of another length; null where it does not.</summary>
    /// <param name="flattenedSize">The length it expects.</param>
    /// <param name="batch">Images in the batch.</param>
    public string? LinearFault(int flattenedSize, int batch) => flattenedSize == FlattenedSize
        ? null
        : FormattableString.Invariant($"mat1 and mat2 shapes cannot be multiplied ({batch}x{FlattenedSize} and {flattenedSize}x{Units})");

    private int Convolved(int side) => Math.Max(0, side + (2 * Padding) - KernelSize + 1);

    /// <summary>The side of the maps after so many blocks.</summary>
    private int Pooled(int blocks)
    {
        var side = Image;
        for (var block = 0; block < blocks; block++)
        {
            side = Convolved(side) / 2;
        }

        return side;
    }
}
