namespace AslTutorial.Training.Contracts;

/// <summary>The nets that can be trained; "cnn" and "dense" in JSON and on the command line.</summary>
public enum ModelKind
{
    /// <summary>The convolutional net of lesson 3: 404,099 parameters.</summary>
    Cnn,

    /// <summary>The dense net of lesson 2, for comparison: 784-512-512-24.</summary>
    Dense,
}
