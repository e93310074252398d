using System.Diagnostics;
using static TorchSharp.torch;

namespace AslTutorial.Training.Native.Graphs;

/// <summary>
/// Tries in another process whether libtorch's functions for recording are what they are taken for: they are found by
/// their C++ names, and if another version means something else by them, that process ends and not the trainer.
/// </summary>
internal static class GraphTrial
{
    private const int Numbers = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What the log says where steps are made without a graph.</summary>
    public static string Without(string reason) => $"Training steps are not recorded as a CUDA graph ({reason}); they are made one by one.";

    /// <summary>What records steps on that device; where nothing can, one line says why.</summary>
    /// <param name="torch">As this process has loaded it.</param>
    public static ICudaGraphs Open(TorchDevice device, TorchOptions torch, IProgress<string> log)
    {
        if (!device.IsCuda)
        {
            return NoGraphs.Instance;
        }

        if (Find(out var reason) is { } symbols && (reason = Try(torch)) is null)
        {
            return new CudaGraphs(symbols, () => cuda.synchronize(), log);
        }

        log.Report(Without(reason!));
        return NoGraphs.Instance;
    }

    /// <summary>The trial itself: records a small step, replays it, and compares. Returns what is wrong, or null.</summary>
    public static string? RunHere(TorchDevice device)
    {
        if (!device.IsCuda)
        {
            return "there is no CUDA device";
        }

        if (Find(out var missing) is not { } symbols)
        {
            return missing;
        }

        using var scope = NewDisposeScope();
        using var grad = no_grad();
        var reasons = new List<string>();
        var count = zeros([1], ScalarType.Int64, device.Device);
        var mask = zeros([Numbers], ScalarType.Float32, device.Device);
        using var graph = new CudaGraphs(symbols, () => cuda.synchronize(), new Progress(reasons.Add)).Record(() =>
        {
            count.add_(1);
            mask.bernoulli_(0.5);
        });
        if (graph is null)
        {
            return reasons.FirstOrDefault() ?? "nothing was recorded";
        }

        var before = count.cpu().item<long>();
        var (first, second, again) = (Replay(seed: 1), Replay(seed: null), Replay(seed: 1));
        return (count.cpu().item<long>() - before, first.mean().item<float>(), first.Equals(second), first.Equals(again)) switch
        {
            (not 3, _, _, _) => "replays do not repeat what was recorded",
            (_, < 0.4f or > 0.6f, _, _) => "random numbers are wrong in a replay",
            (_, _, true, _) => "random numbers repeat from replay to replay",
            (_, _, _, false) => "replays do not follow the seed",
            _ => null,
        };

        Tensor Replay(long? seed)
        {
            if (seed is { } value)
            {
                manual_seed(value);
            }

            graph.Replay();
            return mask.cpu();
        }
    }

    private static CudaGraphSymbols? Find(out string? reason)
    {
        if (!OperatingSystem.IsLinux() || System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture != System.Runtime.InteropServices.Architecture.X64)
        {
            reason = "only tried on Linux x64";
            return null;
        }

        var symbols = CudaGraphSymbols.Find(TorchRuntime.FindExport, out var missing);
        reason = missing is null ? null : $"libtorch lacks {missing}";
        return symbols;
    }

    private static string? Try(TorchOptions torch)
    {
        using var process = new Process { StartInfo = StartInfo(torch) };
        try
        {
            process.Start();
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                return $"the trial took longer than {Patience.TotalSeconds:0} s";
            }

            return process.ExitCode == 0 ? null : Reason(output.Result, process.ExitCode);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return $"the trial could not be started: {e.Message}";
        }
    }

    private static string Reason(string output, int exitCode) =>
        output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() is { } line
            ? line.TrimEnd('.')
            : $"the trial ended with exit code {exitCode}";

    private static ProcessStartInfo StartInfo(TorchOptions torch)
    {
        var own = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no program.");
        var info = new ProcessStartInfo(own) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(own) == "dotnet")
        {
            info.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        info.ArgumentList.Add(Commands.GraphTrialCommand.Name);
        info.ArgumentList.Add("--device");
        info.ArgumentList.Add(torch.Device.ToString());
        if (torch.Libraries is { } libraries)
        {
            info.ArgumentList.Add("--torch-libraries");
            info.ArgumentList.Add(libraries);
        }

        return info;
    }

    /// <summary>At once and on this thread, as <see cref="System.Progress{T}"/> is not.</summary>
    private sealed class Progress(Action<string> report) : IProgress<string>
    {
        public void Report(string value) => report(value);
    }
}
