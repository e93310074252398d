using System.CommandLine;
using System.CommandLine.Parsing;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Native;

namespace AslTutorial.Training.Commands;

/// <summary>The options of every command that computes.</summary>
internal sealed class TorchCommandOptions
{
    private readonly Option<DeviceChoice> _device = new("--device")
    {
        Description = "What to compute on: auto, cpu, cuda, or one of several cards, such as cuda:1.",
        DefaultValueFactory = _ => DeviceChoice.Auto,
        CustomParser = ReadDevice,
    };

    private readonly Option<string?> _libraries = new("--torch-libraries")
    {
        Description = $"A folder with libtorch, such as a CUDA build's, to use instead of the trainer's own (or {TorchOptions.LibrariesVariable}).",
    };

    private readonly Option<int?> _threads = new("--threads")
    {
        Description = "Compute threads on the CPU; without it, one core is left free, and no more than 8 are used.",
    };

    private readonly Option<bool> _deterministic = new("--deterministic")
    {
        Description = "On a GPU, use only algorithms that repeat a run bit for bit; a CPU always does.",
    };

    public TorchCommandOptions() => _threads.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int?>() is < 1 or > ThreadCount.Max)
        {
            result.AddError($"--threads is from 1 to {ThreadCount.Max}.");
        }
    });

    public void AddTo(Command command)
    {
        command.Options.Add(_device);
        command.Options.Add(_libraries);
        command.Options.Add(_threads);
        command.Options.Add(_deterministic);
    }

    public TorchOptions Read(ParseResult result) =>
        new(result.GetValue(_libraries), result.GetValue(_device), result.GetValue(_threads), result.GetValue(_deterministic));

    private static DeviceChoice ReadDevice(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (!DeviceChoice.TryParse(text, out var choice))
        {
            result.AddError($"--device is auto, cpu, cuda or a card such as cuda:1, not '{text}'.");
        }

        return choice;
    }
}
