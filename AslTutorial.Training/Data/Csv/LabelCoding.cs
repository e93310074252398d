namespace AslTutorial.Training.Data.Csv;

/// <summary>How a file numbers the letters.</summary>
internal enum LabelCoding
{
    /// <summary>By place in the alphabet: 0-24 without 9, for J needs movement. As published.</summary>
    Alphabet,

    /// <summary>By class: 0-23, those above 9 moved down by one.</summary>
    Contiguous,
}
