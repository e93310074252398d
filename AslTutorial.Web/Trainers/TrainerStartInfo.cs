using System.Diagnostics;
using System.Globalization;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Data;
using AslTutorial.Web.Persistence;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>The command line and environment of a local trainer.</summary>
internal sealed class TrainerStartInfo(
    IOptions<TrainerOptions> trainer, IOptions<DataOptions> data, StorageFolder storage, TrainerKeys keys, SiteAddress address)
{
    public ProcessStartInfo Make(string program, LocalTrainerPlan plan)
    {
        var info = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        Add(info, program);
        Add(info, "work", "--with-parent", "--server", address.ForTrainer(), "--cache", storage.Cache);
        Add(info, "--device", plan.Device.ToString());
        if (plan.Threads is { } threads)
        {
            Add(info, "--threads", threads.ToString(CultureInfo.InvariantCulture));
        }

        if (trainer.Value.Deterministic)
        {
            Add(info, "--deterministic");
        }

        if (!string.IsNullOrWhiteSpace(data.Value.Directory))
        {
            Add(info, "--data", data.Value.Directory);
        }

        if (!string.IsNullOrWhiteSpace(trainer.Value.TorchLibraries))
        {
            Add(info, "--torch-libraries", trainer.Value.TorchLibraries);
        }

        // In the environment, because process lists show command lines.
        info.Environment[TrainerRoutes.KeyVariable] = keys.Local;
        // The trainer must not inherit the site's own addresses and settings.
        foreach (var name in info.Environment.Keys.Where(n => n.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            info.Environment.Remove(name);
        }

        return info;
    }

    private static void Add(ProcessStartInfo info, params string[] arguments)
    {
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }
    }
}
