using AslTutorial.Training.Cells.Printing.Torch;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>What torch.compile returns: a module around the model. TorchSharp has no compiler, so this one only wraps.</summary>
internal sealed class OptimizedModule(nn.Module<Tensor, Tensor> model)
{
    public nn.Module<Tensor, Tensor> Original => model;

    /// <summary>What Python prints.</summary>
    public override string ToString() =>
        ModulePrinter.Nest(nameof(OptimizedModule), [("_orig_mod", ModulePrinter.Repr(model))]);
}
