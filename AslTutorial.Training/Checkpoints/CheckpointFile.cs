using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Tensors;

namespace AslTutorial.Training.Checkpoints;

/// <summary>A checkpoint as a safetensors file: tensors as tensors, the rest as JSON in its metadata.</summary>
internal static class CheckpointFile
{
    private const string FormatKey = "format";
    private const string Format = "asltutorial-checkpoint-1";
    private const string SettingsKey = "settings";
    private const string DataKey = "data";
    private const string HistoryKey = "history";
    private const string ConfusionName = "confusion";
    private const int Cells = SignClasses.Count * SignClasses.Count;

    public static byte[] Write(Checkpoint checkpoint)
    {
        var counts = checkpoint.Confusions.SelectMany(matrix => matrix.Counts).ToArray();
        var tensors = new Dictionary<string, TensorData>(checkpoint.Tensors, StringComparer.Ordinal)
        {
            [ConfusionName] = TensorData.Of<int>(TensorType.I32, ConfusionShape(checkpoint.Confusions.Count), counts),
        };
        return SafeTensorsWriter.Write(new(tensors, new Dictionary<string, string>
        {
            [FormatKey] = Format,
            [SettingsKey] = JsonSerializer.Serialize(checkpoint.Settings),
            [DataKey] = checkpoint.DataDigest,
            [HistoryKey] = JsonSerializer.Serialize(checkpoint.History),
        }));
    }

    /// <exception cref="SafeTensorsException">It is damaged or no checkpoint.</exception>
    public static Checkpoint Read(ReadOnlyMemory<byte> file)
    {
        var content = SafeTensorsReader.Read(file);
        if (!content.Metadata.ContainsKey(SafeTensorsFile.ChecksumKey) || content.Metadata.GetValueOrDefault(FormatKey) != Format)
        {
            throw new SafeTensorsException("The file is no checkpoint of this program.");
        }

        var history = Parse<EpochResult[]>(content, HistoryKey);
        var counts = content.Get(ConfusionName, TensorType.I32, ConfusionShape(history.Length)).Numbers<int>();
        var confusions = new ConfusionMatrix[history.Length];
        for (var epoch = 0; epoch < confusions.Length; epoch++)
        {
            confusions[epoch] = new(counts.Slice(epoch * Cells, Cells).ToArray());
        }

        var settings = Parse<TrainingSettings>(content, SettingsKey);
        if (settings.Faults() is [var fault, ..])
        {
            throw new SafeTensorsException($"The checkpoint's settings cannot be used: {fault.Message}.");
        }

        var data = content.Metadata.GetValueOrDefault(DataKey, string.Empty);
        var tensors = content.Tensors.Where(pair => pair.Key != ConfusionName).ToDictionary(StringComparer.Ordinal);
        return new(settings, data, history, confusions, tensors);
    }

    private static long[] ConfusionShape(int epochs) => [epochs, SignClasses.Count, SignClasses.Count];

    private static T Parse<T>(SafeTensorsFile content, string key)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(content.Metadata.GetValueOrDefault(key, "null"))
                ?? throw new SafeTensorsException($"The checkpoint lacks its {key}.");
        }
        catch (JsonException fault)
        {
            throw new SafeTensorsException($"The checkpoint's {key} cannot be read: {fault.Message.TrimEnd('.')}.");
        }
    }
}
