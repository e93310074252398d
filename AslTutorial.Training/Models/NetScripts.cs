using TorchSharp;

namespace AslTutorial.Training.Models;

/// <summary>The scripts, compiled once for the process: TorchSharp never frees a compilation.</summary>
internal static class NetScripts
{
    private static readonly Lazy<torch.jit.CompilationUnit> Compiled = new(() =>
        torch.jit.compile(string.Join('\n', SharedScript.Text, CnnScript.Text, PlainCnnScript.Text, CnnRecipeScript.Text, DenseScript.Text, CnnPieceScript.Text) + "\n"));

    /// <summary>Calls a function of the scripts; what it returns belongs to the current dispose scope.</summary>
    /// <remarks>
    /// TorchSharp 0.107 makes a Scalar of a double, takes its address and forgets it: a garbage collection in that moment
    /// frees it, and the script reads whatever lies there by then. So the Scalars are made here and outlive the call.
    /// </remarks>
    public static object Call(string function, params object[] arguments)
    {
        var kept = Array.ConvertAll(arguments, argument => argument is double number ? number.ToScalar() : argument);
        try
        {
            return Compiled.Value.invoke(function, kept);
        }
        finally
        {
            foreach (var scalar in kept.OfType<Scalar>())
            {
                scalar.Dispose();
            }
        }
    }

    public static torch.Tensor[] CallList(string function, params object[] arguments) =>
        (torch.Tensor[])Call(function, arguments);

    public static torch.Tensor CallOne(string function, params object[] arguments) =>
        (torch.Tensor)Call(function, arguments);
}
