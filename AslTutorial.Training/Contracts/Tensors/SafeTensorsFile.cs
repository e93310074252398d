namespace AslTutorial.Training.Contracts.Tensors;

/// <summary>Named tensors with text about them: what a safetensors file holds.</summary>
public sealed record SafeTensorsFile(
    IReadOnlyDictionary<string, TensorData> Tensors,
    IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>The metadata's key of the checksum, which the writer adds.</summary>
    public const string ChecksumKey = "sha256";

    /// <exception cref="SafeTensorsException">There is none, or of another type or shape.</exception>
    public TensorData Get(string name, TensorType type, params ReadOnlySpan<long> shape)
    {
        if (!Tensors.TryGetValue(name, out var tensor))
        {
            throw new SafeTensorsException($"The file has no tensor '{name}'.");
        }

        return tensor.Type == type && shape.SequenceEqual(tensor.Shape)
            ? tensor
            : throw new SafeTensorsException(
                $"Tensor '{name}' is {tensor.Type} [{string.Join(", ", tensor.Shape)}] instead of {type} [{string.Join(", ", shape.ToArray())}].");
    }
}

/// <summary>A file of tensors that cannot be read. The message is one sentence that says why.</summary>
public sealed class SafeTensorsException(string message) : Exception(message);
