using TorchSharp;

namespace AslTutorial.Training.Models;

/// <summary>The scripts, compiled once for the process: TorchSharp never frees a compilation.</summary>
internal static class NetScripts
{
    private static readonly Lazy<torch.jit.CompilationUnit> Compiled = new(() =>
        torch.jit.compile(SharedScript.Text + "\n" + CnnScript.Text + "\n" + DenseScript.Text + "\n"));

    /// <summary>Calls a function of the scripts; what it returns belongs to the current dispose scope.</summary>
    public static object Call(string function, params object[] arguments) => Compiled.Value.invoke(function, arguments);

    public static torch.Tensor[] CallList(string function, params object[] arguments) =>
        (torch.Tensor[])Call(function, arguments);

    public static torch.Tensor CallOne(string function, params object[] arguments) =>
        (torch.Tensor)Call(function, arguments);
}
