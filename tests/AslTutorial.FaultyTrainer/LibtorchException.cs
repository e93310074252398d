using System.Runtime.InteropServices;

namespace AslTutorial.FaultyTrainer;

/// <summary>What TorchSharp throws for an error of libtorch; its own type is reserved for the runtime.</summary>
internal sealed class LibtorchException(string message) : ExternalException(message);
