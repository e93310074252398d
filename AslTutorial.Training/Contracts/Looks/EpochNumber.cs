namespace AslTutorial.Training.Contracts.Looks;

/// <summary>Epochs are counted from 0, after the first; before it stands the net as it was drawn.</summary>
public static class EpochNumber
{
    public const int Untrained = -1;
}
