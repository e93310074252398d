namespace AslTutorial.Training.Contracts.Looks;

/// <summary>What can be looked at. Each answer is a safetensors file; docs/looks.md names its tensors.</summary>
public enum LookView
{
    /// <summary>One image through the whole net: every map, the units, the letters.</summary>
    Whole,

    /// <summary>One map of a block: its kernel, what it reads, each step's result, in full precision.</summary>
    Map,

    /// <summary>All kernels of a block.</summary>
    Kernels,

    /// <summary>One unit's weights, coming in and going out.</summary>
    Unit,

    /// <summary>Which pixels argue for a letter.</summary>
    Why,

    /// <summary>The training images that the net finds most alike.</summary>
    Alike,

    /// <summary>A channel's values over many images, before and after batch normalisation.</summary>
    Channel,

    /// <summary>The head, several times, with dropout on.</summary>
    Dropout,

    /// <summary>What a letter's logit is summed from: the last layer's weights of that letter.</summary>
    Letter,

    /// <summary>The classes of a set's images; needs no net.</summary>
    Labels,

    /// <summary>Images of a set; needs no net.</summary>
    Images,
}
