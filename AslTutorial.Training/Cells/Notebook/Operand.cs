using System.Globalization;
using System.Numerics;
using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Printing;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>
/// A value in a listing: written there, or by the learner in a gap. Like Python it is looked at when it is used, so a
/// name that does not exist is an error at that place and no sooner.
/// </summary>
internal sealed record Operand(CellValue Value, PythonNames Names)
{
    /// <summary>The gap it was written in; null for a value of the listing.</summary>
    public string? Gap { get; init; }

    public static implicit operator Operand(string text) => new(CellValue.String(text), PythonNames.None);

    public static implicit operator Operand(int value) => new(CellValue.Of(value), PythonNames.None);

    /// <summary>What stands in the listing: 'label', 28, IMG_CHS.</summary>
    public string Source => Value.Kind == CellValueKind.Name ? Value.Text : Repr(Value);

    private bool IsNone => Value is { Kind: CellValueKind.Name, Text: "None" };

    /// <summary>The key for a table's column: a string, or the KeyError that pandas raises for anything else.</summary>
    /// <exception cref="PythonException">KeyError, or the name is not known.</exception>
    public string AsColumn(Func<string, bool> exists)
    {
        var value = Resolve();
        return value.Kind == CellValueKind.String && exists(value.Text)
            ? value.Text
            : throw new PythonException("KeyError", Repr(value));
    }

    /// <summary>A whole number, as numpy takes one for a length: a boolean is none.</summary>
    /// <exception cref="PythonException">TypeError, or the name is not known.</exception>
    public BigInteger AsIndex()
    {
        var value = Resolve();
        return value.Kind switch
        {
            CellValueKind.Integer => value.Integer,
            CellValueKind.Boolean => throw new PythonException("TypeError", "an integer is required"),
            _ => throw new PythonException("TypeError", $"'{TypeName(value)}' object cannot be interpreted as an integer"),
        };
    }

    /// <summary>A number to calculate with, and whether it is a real one; a boolean counts as 0 or 1.</summary>
    /// <exception cref="PythonException">The name is not known.</exception>
    /// <exception cref="CellFaultException">It is no number.</exception>
    public (double Value, bool IsReal) AsNumber()
    {
        var value = Resolve();
        return value.Kind switch
        {
            CellValueKind.Integer => (value.Integer, false),
            CellValueKind.Real => (value.Real, true),
            CellValueKind.Boolean => (value.Boolean ? 1 : 0, false),
            _ => throw new CellFaultException(CellFaultCodes.Unsupported, $"{Source} is no number, and what numpy makes of it is not simulated"),
        };
    }

    /// <summary>Whether Python takes it for true: a string that is not empty, a number that is not zero.</summary>
    /// <exception cref="PythonException">The name is not known.</exception>
    public bool IsTrue()
    {
        var value = Resolve();
        return value.Kind switch
        {
            CellValueKind.String => value.Text.Length > 0,
            CellValueKind.Integer => value.Integer != 0,
            CellValueKind.Real => value.Real != 0,
            CellValueKind.Boolean => value.Boolean,
            _ => false,
        };
    }

    /// <summary>The value, a name replaced by what it stands for; None stays a name.</summary>
    private CellValue Resolve()
    {
        if (Value.Kind != CellValueKind.Name || IsNone)
        {
            return Value;
        }

        if (Names.Values.TryGetValue(Value.Text, out var number))
        {
            return CellValue.Of(number);
        }

        if (Names.Unbound.Contains(Value.Text))
        {
            throw new PythonException(
                "UnboundLocalError",
                $"cannot access local variable '{Value.Text}' where it is not associated with a value");
        }

        if (Names.HasObject(Value.Text))
        {
            throw new CellFaultException(CellFaultCodes.Unsupported, $"{Value.Text} is no value that a gap can hold");
        }

        throw new PythonException("NameError", $"name '{Value.Text}' is not defined");
    }

    private static string Repr(CellValue value) => value.Kind switch
    {
        CellValueKind.String => PythonText.Repr(value.Text),
        CellValueKind.Integer => value.Integer.ToString(CultureInfo.InvariantCulture),
        CellValueKind.Real => PythonText.Repr(value.Real),
        CellValueKind.Boolean => PythonText.Repr(value.Boolean),
        _ => value.Text,
    };

    private static string TypeName(CellValue value) => value.Kind switch
    {
        CellValueKind.String => "str",
        CellValueKind.Real => "float",
        _ => "NoneType",
    };
}
