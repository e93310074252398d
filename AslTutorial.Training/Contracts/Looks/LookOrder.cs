namespace AslTutorial.Training.Contracts.Looks;

/// <summary>A question about a net at work, from the site to a trainer.</summary>
/// <param name="View">What is asked; the parameters that it does not need are ignored.</param>
/// <param name="RunId">Whose net; empty for a view that needs none.</param>
/// <param name="Epoch">After which epoch; <see cref="EpochNumber.Untrained"/> for the net as it was drawn.</param>
/// <param name="Version">Another number where other weights are stored for that epoch: a trainer may keep what it has read.</param>
public sealed record LookOrder(LookView View, Guid RunId = default, int Epoch = 0, long Version = 0)
{
    public ImageSetName Set { get; init; }

    /// <summary>The image's row in the file, from 0.</summary>
    public int Image { get; init; }

    /// <summary>The block, from 1; of the dense net the layer.</summary>
    public int Layer { get; init; } = 1;

    /// <summary>The map, or the unit, from 0.</summary>
    public int Channel { get; init; }

    /// <summary>The class, 0 to 23.</summary>
    public int Letter { get; init; }

    /// <summary>Of the masks.</summary>
    public long Seed { get; init; }

    /// <summary>How often the head is asked with dropout on.</summary>
    public int Passes { get; init; } = 1;

    /// <summary>The share that the head's dropout turns off.</summary>
    public double Rate { get; init; }

    /// <summary>The images of <see cref="LookView.Images"/>.</summary>
    public IReadOnlyList<int> Rows { get; init; } = [];
}

/// <summary>The two sets of images; "train" and "valid" in addresses.</summary>
public enum ImageSetName
{
    Valid,
    Train,
}

/// <summary>Epochs are counted from 0, after the first; before it stands the net as it was drawn.</summary>
public static class EpochNumber
{
    public const int Untrained = -1;
}
