using AslTutorial.Training.Cells.Printing;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>The shape of a table or an array, which Python prints as a tuple; a tensor's is printed otherwise.</summary>
internal readonly record struct ArrayShape(long[] Lengths)
{
    public override string ToString() => PythonText.Shape(Lengths);
}
