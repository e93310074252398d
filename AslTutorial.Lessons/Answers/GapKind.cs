using System.Diagnostics.CodeAnalysis;

namespace AslTutorial.Lessons.Answers;

/// <summary>What is wanted in a gap. In content files: string, integer, boolean, name, argument, text, operation.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The kinds are named as the lesson names them.")]
public enum GapKind
{
    String,
    Integer,
    Boolean,

    /// <summary>A bare word: a variable or a method.</summary>
    Name,

    /// <summary>An argument of a call, as a rule with its keyword: shuffle=True.</summary>
    Argument,

    /// <summary>Words inside a string of the listing: whatever is written there is printed.</summary>
    Text,

    /// <summary>An operator and what stands after it, done with the array before the gap: / 255.</summary>
    Operation,
}
