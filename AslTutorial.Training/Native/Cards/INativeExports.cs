namespace AslTutorial.Training.Native.Cards;

/// <summary>The functions of a native library.</summary>
internal interface INativeExports
{
    /// <summary>The function's address, or 0 where the library has none of that name.</summary>
    nint Find(string name);
}
