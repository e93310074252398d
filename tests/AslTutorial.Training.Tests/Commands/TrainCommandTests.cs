using System.Runtime.InteropServices;
using System.Text.Json;
using AslTutorial.Training.Checkpoints;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Loop;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Commands;

public sealed partial class TrainCommandTests : IDisposable
{
    private const int Interrupt = 2;

    private readonly TempFolder _temp = new();

    [Fact]
    public async Task Train_SmallSet_WritesALineOfJsonAnEpochAndTheWeights()
    {
        CsvFolder.Write(_temp.Path, TinyHands.Data);
        string json = _temp.File("epochs.jsonl"), weights = _temp.File("weights.safetensors");

        var (exitCode, output, error) = await TrainerProcess.RunAsync(
            [.. Train("--epochs", "2"), "--json", json, "--weights", weights]);

        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("Train - Loss: ");
        output.ShouldContain("Valid - Loss: ");
        output.ShouldNotContain("\r");
        var lines = await File.ReadAllLinesAsync(json, TestContext.Current.CancellationToken);
        lines.Length.ShouldBe(2);
        for (var epoch = 0; epoch < lines.Length; epoch++)
        {
            using var line = JsonDocument.Parse(lines[epoch]);
            line.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(
                ["epoch", "trainLossSum", "trainLoss", "trainAccuracy", "validLossSum", "validLoss", "validAccuracy", "seconds", "trainSeconds", "device"]);
            line.RootElement.GetProperty("epoch").GetInt32().ShouldBe(epoch);
        }

        using var net = NetFile.Read(await File.ReadAllBytesAsync(weights, TestContext.Current.CancellationToken), TestTorch.Device.Device);
        net.Kind.ShouldBe(AslTutorial.Training.Contracts.ModelKind.Cnn);
    }

    [Fact]
    public async Task Train_ResumedAfterTwoEpochs_EndsAsAnUninterruptedRun()
    {
        CsvFolder.Write(_temp.Path, TinyHands.Data);
        string folder = _temp.File("checkpoints"), one = _temp.File("one.safetensors"), two = _temp.File("two.safetensors");

        await TrainerProcess.RunAsync([.. Train("--epochs", "3"), "--weights", one]);
        await TrainerProcess.RunAsync([.. Train("--epochs", "2"), "--checkpoint", folder]);
        var (exitCode, _, _) = await TrainerProcess.RunAsync([.. Train("--epochs", "3"), "--checkpoint", folder, "--resume", "--weights", two]);

        exitCode.ShouldBe(0);
        File.ReadAllBytes(two).ShouldBe(File.ReadAllBytes(one));
        CheckpointFile.Read(new CheckpointFolder(folder).Load()!).History.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Train_FolderWithCheckpointsWithoutResume_IsRefusedAndKeepsThem()
    {
        CsvFolder.Write(_temp.Path, TinyHands.Data);
        var folder = _temp.File("checkpoints");
        await TrainerProcess.RunAsync([.. Train("--epochs", "1"), "--checkpoint", folder]);

        var (exitCode, _, error) = await TrainerProcess.RunAsync([.. Train("--epochs", "1"), "--checkpoint", folder]);

        exitCode.ShouldBe(1);
        error.ShouldContain("add --resume");
        CheckpointFile.Read(new CheckpointFolder(folder).Load()!).History.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Train_Interrupted_EndsAtOnceWith130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a signal is needed");
        Assert.SkipWhen(IgnoresInterrupt(), "started as a shell's background job, this process and its children ignore Ctrl+C");
        CsvFolder.Write(_temp.Path, TinyHands.Data);
        using var trainer = TrainerProcess.Start(Train("--epochs", "200"));
        while (await trainer.Output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("Valid - ", StringComparison.Ordinal))
        {
        }

        Kill(trainer.Id, Interrupt).ShouldBe(0);
        var (exitCode, _, error) = await trainer.FinishAsync();

        exitCode.ShouldBe(130);
        error.Trim().ShouldBe("Stopped.");
    }

    [Theory]
    [InlineData(2, "batchSize is from 1 to 1024, not 0", "--batch-size", "0")]
    [InlineData(2, "--resume needs --checkpoint.", "--resume")]
    [InlineData(2, "--threads is from 1 to 256.", "--threads", "0")]
    [InlineData(2, "--device is auto, cpu, cuda or a card such as cuda:1, not 'tpu'.", "--device", "tpu")]
    [InlineData(2, "--device is auto, cpu, cuda or a card such as cuda:1, not 'cuda:0,cuda:1'.", "--device", "cuda:0,cuda:1")]
    [InlineData(1, "was asked for and this", "--device", "cuda:63")]
    [InlineData(2, "frobnicate", "--frobnicate")]
    [InlineData(1, "The folder of torch libraries /no/such/folder does not exist", "--torch-libraries", "/no/such/folder")]
    public async Task Train_WrongOption_IsOneSentenceAndAnExitCode(int expected, string sentence, params string[] arguments)
    {
        var (exitCode, output, error) = await TrainerProcess.RunAsync(["train", .. arguments]);

        exitCode.ShouldBe(expected);
        error.Trim().ShouldContain(sentence);
        error.Trim().ShouldNotContain("\n");
        output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Train_LibtorchThatCannotBeLoaded_IsOneSentenceWithoutTorchSharpsText()
    {
        foreach (var library in Training.Native.NativeFile.Required)
        {
            File.WriteAllText(_temp.File(Training.Native.NativeFile.Name(library)), "no library");
        }

        var (exitCode, output, error) = await TrainerProcess.RunAsync("train", "--torch-libraries", _temp.Path);

        exitCode.ShouldBe(1);
        error.Trim().ShouldStartWith($"Torch cannot be loaded: the folder {_temp.Path} holds libtorch of unknown version");
        error.Trim().ShouldContain(Training.Native.NativeFile.Name("c10"));
        error.Trim().ShouldNotContain("\n");
        output.ShouldBeEmpty();
    }

    public void Dispose() => _temp.Dispose();

    private string[] Train(params string[] more) =>
        ["train", "--data", _temp.Path, "--cache", _temp.File("cache"), "--threads", "1", "--device", "cpu", .. more];

    /// <summary>A signal that was ignored when a process began stays ignored; SigIgn is a mask in hexadecimal, signal 1 its lowest bit.</summary>
    private static bool IgnoresInterrupt() => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } mask
        && (Convert.ToUInt64(mask["SigIgn:".Length..].Trim(), 16) >> (Interrupt - 1) & 1) == 1;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
