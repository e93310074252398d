namespace AslTutorial.Web.Persistence;

/// <summary>The confusion counts of an epoch; a table of its own, because the curves are read far more often.</summary>
internal sealed class ConfusionRecord
{
    public Guid RunId { get; init; }

    public int Epoch { get; init; }

    /// <summary>24 x 24 counts, row-major.</summary>
    public required int[] Counts { get; init; }
}
