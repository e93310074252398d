namespace AslTutorial.Training.Contracts.Looks;

/// <summary>The two sets of images; "train" and "valid" in addresses.</summary>
public enum ImageSetName
{
    Valid,
    Train,
}
