using System.Runtime.InteropServices;
using AslTutorial.Training.Contracts.Tensors;

namespace AslTutorial.Training.Contracts.Looks;

/// <summary>What a net said of every image of a set when it was measured: the three likeliest letters and how sure it was of each.</summary>
/// <param name="Set">The set whose images these are.</param>
/// <param name="Labels">The images' true classes, N, in the order of the file.</param>
/// <param name="Letters">N x 3 classes, the likeliest first; <see cref="NotMeasured"/> for an image that was left out.</param>
/// <param name="Probabilities">N x 3, from 0 to 1.</param>
public sealed record ImagePredictions(ImageSetName Set, byte[] Labels, byte[] Letters, float[] Probabilities)
{
    /// <summary>Letters kept for each image.</summary>
    public const int Kept = 3;

    public const byte NotMeasured = byte.MaxValue;

    private const string SetKey = "set";

    public int Count => Labels.Length;

    public bool IsMeasured(int image) => Letters[image * Kept] != NotMeasured;

    /// <summary>A safetensors file: labels U8 [N], letters U8 [N, 3], probabilities F32 [N, 3].</summary>
    public byte[] Write()
    {
        var tensors = new Dictionary<string, TensorData>
        {
            ["labels"] = new(TensorType.U8, [Count], Labels),
            ["letters"] = new(TensorType.U8, [Count, Kept], Letters),
            ["probabilities"] = TensorData.Of<float>(TensorType.F32, [Count, Kept], Probabilities),
        };
        return SafeTensorsWriter.Write(new(tensors, new Dictionary<string, string> { [SetKey] = Set.ToString() }));
    }

    /// <exception cref="SafeTensorsException">It is no such file.</exception>
    public static ImagePredictions Read(ReadOnlyMemory<byte> file)
    {
        var content = SafeTensorsReader.Read(file);
        if (!content.Tensors.TryGetValue("labels", out var labels) || labels is not { Type: TensorType.U8, Shape: [var count] })
        {
            throw new SafeTensorsException("The file has no labels.");
        }

        if (!content.Metadata.TryGetValue(SetKey, out var name) || !Enum.TryParse<ImageSetName>(name, out var set) || !Enum.IsDefined(set))
        {
            throw new SafeTensorsException("The file does not say of which set its images are.");
        }

        var letters = content.Get("letters", TensorType.U8, count, Kept).Bytes.ToArray();
        if (Array.Exists(letters, letter => letter is >= SignClasses.Count and not NotMeasured) || labels.Bytes.Span.IndexOfAnyExceptInRange((byte)0, (byte)(SignClasses.Count - 1)) >= 0)
        {
            throw new SafeTensorsException("The file names a letter that there is not.");
        }

        return new(set, labels.Bytes.ToArray(), letters, MemoryMarshal.Cast<byte, float>(content.Get("probabilities", TensorType.F32, count, Kept).Bytes.Span).ToArray());
    }
}
