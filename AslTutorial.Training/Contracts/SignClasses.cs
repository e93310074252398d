namespace AslTutorial.Training.Contracts;

/// <summary>The 24 classes: the alphabet without J and Z, which need movement.</summary>
public static class SignClasses
{
    public const string Letters = "abcdefghiklmnopqrstuvwxy";
    public const int Count = 24;
}
