namespace AslTutorial.Training.Cells.Notebook;

/// <summary>The functions that a listing defines under names the learner chose; a later one replaces an earlier one of its name.</summary>
internal sealed class PythonFunctions
{
    private readonly Dictionary<string, Action> _functions = [];

    /// <summary>The function that is being called.</summary>
    public string Current { get; private set; } = "<module>";

    public bool Has(string name) => _functions.ContainsKey(name);

    public void Define(string name, Action body) => _functions[name] = body;

    /// <exception cref="PythonException">NameError, or what the function raises.</exception>
    public void Call(string name)
    {
        if (!_functions.TryGetValue(name, out var body))
        {
            throw new PythonException("NameError", $"name '{name}' is not defined");
        }

        Run(name, body);
    }

    /// <summary>Calls a function that may have lost its name to another.</summary>
    public void Run(string name, Action body)
    {
        Current = name;
        body();
    }
}
