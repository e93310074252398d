using AslTutorial.Web.Data;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Hosting.Proxies;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Hosting;

public sealed class SettingsCheckTests
{
    [Theory]
    [InlineData("Data:Directory", "data/asl", "AslTutorial:Data:Directory must be an absolute path, not 'data/asl'")]
    [InlineData("Data:Directory", "/no/such/folder", "AslTutorial:Data:Directory names the folder '/no/such/folder', which does not exist")]
    [InlineData("Storage:Directory", "storage", "AslTutorial:Storage:Directory must be an absolute path, not 'storage'")]
    [InlineData("Trainer:Threads", "0", "AslTutorial:Trainer:Threads is from 1 to 256, not 0")]
    [InlineData("Trainer:Threads", "many", "AslTutorial:Trainer:Threads")]
    [InlineData("Trainer:Start", "perhaps", "AslTutorial:Trainer:Start")]
    [InlineData("Trainer:Device", "tpu", "AslTutorial:Trainer:Device is auto, cpu, cuda, a card such as cuda:1, or a list such as cuda:0,cuda:1, not 'tpu'")]
    [InlineData("Trainer:Device", "", "AslTutorial:Trainer:Device is auto, cpu, cuda")]
    [InlineData("Trainer:Device", "cuda:0,", "or a list such as cuda:0,cuda:1, not 'cuda:0,'")]
    [InlineData("Trainer:Device", "cuda:1, cuda:1", "AslTutorial:Trainer:Device names the card cuda:1 more than once in 'cuda:1, cuda:1'")]
    [InlineData("Trainer:Device", "cuda,cpu,cuda:0", "AslTutorial:Trainer:Device names the card cuda:0 more than once")]
    [InlineData("Trainer:Device", "auto,cpu", "AslTutorial:Trainer:Device is auto alone, which takes every card, or a list without it, not 'auto,cpu'")]
    [InlineData("Trainer:Key", "short", "AslTutorial:Trainer:Key has at least 16 characters")]
    [InlineData("Trainer:Keys:lab", "short", "AslTutorial:Trainer:Keys:lab has at least 16 characters")]
    [InlineData("Trainer:Keys:local", "long-enough-as-a-key", "AslTutorial:Trainer:Keys names trainers by up to 32 letters")]
    [InlineData("Proxy:Trusted", "10.0.0.1, proxy", "AslTutorial:Proxy:Trusted has addresses and networks such as 10.0.0.7, 192.168.0.0/16, with a comma between them, not 'proxy'")]
    [InlineData("Proxy:Hops", "0", "AslTutorial:Proxy:Hops is from 1 to 8, not 0")]
    [InlineData("Trainer:Path", "/no/such/AslTutorial.Training.dll", "AslTutorial:Trainer:Path")]
    [InlineData("Trainer:TorchLibraries", "lib", "AslTutorial:Trainer:TorchLibraries")]
    [InlineData("Runs:PerLearner", "0", "AslTutorial:Runs:PerLearner is from 1 to 1000, not 0")]
    [InlineData("Runs:Queue", "-1", "AslTutorial:Runs:Queue")]
    [InlineData("Runs:MaxAttempts", "0", "AslTutorial:Runs:MaxAttempts")]
    [InlineData("Runs:ReconnectSeconds", "-1", "AslTutorial:Runs:ReconnectSeconds")]
    [InlineData("Trainer:Thread", "2", "AslTutorial:Trainer:Thread is no setting of this site; AslTutorial:Trainer has Deterministic, Device, Key, Keys, Path, SilenceSeconds, StallSeconds, Start, Threads, TorchLibraries")]
    [InlineData("Trainers:Threads", "2", "AslTutorial:Trainers is no setting of this site")]
    public void Run_WrongSetting_IsOneClearLine(string name, string value, string expected)
    {
        var fault = Should.Throw<StartFaultException>(() => Run((name, value)));

        fault.Message.ShouldContain(expected);
        fault.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Run_SeveralWrongSettings_NamesAll()
    {
        var fault = Should.Throw<StartFaultException>(() => Run(("Trainer:Device", "tpu"), ("Trainer:Threads", "0"), ("Runs:Queue", "0")));

        fault.Message.ShouldContain("Device");
        fault.Message.ShouldContain("Threads");
        fault.Message.ShouldContain("Queue");
    }

    [Theory]
    [InlineData("cuda:3")]
    [InlineData("cpu,cpu")]
    [InlineData("CUDA:0, cuda:1, cpu")]
    public void Run_Devices_Passes(string devices) => Run(("Trainer:Device", devices));

    [Fact]
    public void Run_MoreDevicesThanAMachineHas_IsOneClearLine() => Should.Throw<StartFaultException>(
        () => Run(("Trainer:Device", string.Join(',', Enumerable.Repeat("cpu", 65))))).Message.ShouldContain("names at most 64 devices, not 65");

    [Fact]
    public void Run_GoodSettings_Passes() => Run(
        ("Data:Directory", Path.GetTempPath()),
        ("storage:directory", Path.GetTempPath()),
        ("Trainer:Device", "CPU"),
        ("Trainer:Threads", "2"),
        ("Trainer:Start", "false"));

    [Fact]
    public void Run_NoSettings_Passes() => Run();

    private static void Run(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"AslTutorial:{s.Name}", (string?)s.Value)))
            .Build();
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<SettingsCheck>()
            .AddSettings<DataOptions, DataOptionsValidator>("Data")
            .AddSettings<StorageOptions, StorageOptionsValidator>("Storage")
            .AddSettings<RunOptions>("Runs")
            .AddSettings<TrainerOptions, TrainerOptionsValidator>("Trainer")
            .AddSettings<ProxyOptions, ProxyOptionsValidator>("Proxy")
            .BuildServiceProvider();
        services.GetRequiredService<SettingsCheck>().Run();
    }
}
