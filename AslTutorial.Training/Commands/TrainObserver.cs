using System.Globalization;
using System.Text.Json;
using AslTutorial.Training.Checkpoints;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Commands;

/// <summary>Shows a training on the terminal, and writes its epochs and checkpoints to files.</summary>
internal sealed class TrainObserver : ITrainingObserver, IDisposable
{
    // Without a terminal there is no line to overwrite; a file of output should not grow by ten lines a second.
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(10);

    private readonly int _epochs;
    private readonly StreamWriter? _json;
    private readonly CheckpointFolder? _checkpoints;
    private readonly bool _isTerminal = !Console.IsOutputRedirected;
    private int _lineLength;
    private long _lastPlain = TimeProvider.System.GetTimestamp();

    public TrainObserver(TrainOptions options)
    {
        _epochs = options.Settings.Epochs;
        _json = options.Json is null ? null : new StreamWriter(options.Json) { AutoFlush = true, NewLine = "\n" };
        _checkpoints = options.Checkpoints is null ? null : new CheckpointFolder(options.Checkpoints);
    }

    public void OnNote(string sentence)
    {
        EndLine();
        Console.WriteLine(sentence);
    }

    public void OnBatch(BatchProgress progress)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"Epoch {progress.Epoch + 1}/{_epochs}  batch {progress.Batch}/{progress.Batches}  loss {progress.TrainLoss:F4}  accuracy {progress.TrainAccuracy:F4}  {progress.ImagesPerSecond:F0} images/s  {TimeSpan.FromSeconds(progress.EtaSeconds):h\\:mm\\:ss} left");
        if (_isTerminal)
        {
            Console.Write("\r" + line.PadRight(_lineLength));
            _lineLength = line.Length;
        }
        else if (TimeProvider.System.GetElapsedTime(_lastPlain) >= PlainInterval)
        {
            Console.WriteLine(line);
            _lastPlain = TimeProvider.System.GetTimestamp();
        }
    }

    public void OnEpoch(EpochResult result, ConfusionMatrix confusion, EpochFiles files)
    {
        EndLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Epoch {result.Epoch + 1}/{_epochs}  {result.Seconds:F1} s\nTrain - Loss: {result.TrainLossSum:F4} Accuracy: {result.TrainAccuracy:F4}\nValid - Loss: {result.ValidLossSum:F4} Accuracy: {result.ValidAccuracy:F4}"));
        _json?.WriteLine(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
        if (!files.Checkpoint.IsEmpty)
        {
            _checkpoints?.Save(result.Epoch + 1, files.Checkpoint.Span);
        }
    }

    /// <summary>Wipes the progress line, so that what follows begins on an empty one.</summary>
    public void EndLine()
    {
        if (_lineLength > 0)
        {
            Console.Write("\r" + new string(' ', _lineLength) + "\r");
            _lineLength = 0;
        }
    }

    public void Dispose() => _json?.Dispose();
}
