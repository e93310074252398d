namespace AslTutorial.Training.Cells.Engine;

/// <summary>
/// As torch.cuda, for this trainer. Asking TorchSharp itself is out of the question without CUDA: it would first copy all
/// of libtorch.
/// </summary>
internal readonly record struct CudaState(bool IsAvailable);
