namespace AslTutorial.Web.Components.Widgets.Linear;

/// <summary>Number of learnable parameters of a layer: weights and biases.</summary>
internal static class ParameterCount
{
    public static int Linear(int inputs, int outputs) => (inputs * outputs) + outputs;

    public static int Conv2d(int inputs, int outputs, int kernel) => (inputs * outputs * kernel * kernel) + outputs;
}
