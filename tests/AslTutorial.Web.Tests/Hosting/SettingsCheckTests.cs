using System.ComponentModel.DataAnnotations;
using System.Reflection;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Tests.Hosting;

public sealed class SettingsCheckTests(SharedSite shared)
{
    private static readonly MethodInfo Register = typeof(SettingsExtensions).GetMethods()
        .Single(method => method.Name == nameof(SettingsExtensions.AddSettings) && method.GetGenericArguments().Length == 1);

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
    [InlineData("Runs:Queue", "-1", "AslTutorial:Runs:Queue is from 1 to 100000, not -1")]
    [InlineData("Runs:MaxAttempts", "0", "AslTutorial:Runs:MaxAttempts is from 1 to 100, not 0")]
    [InlineData("Runs:ReconnectSeconds", "-1", "AslTutorial:Runs:ReconnectSeconds is from 0 to 600, not -1")]
    [InlineData("Runs:MaxImages", "5000000000", "AslTutorial:Runs:MaxImages is from 1 to 1000000000, not 5000000000")]
    [InlineData("Storage:RunsNeedMegabytes", "10000001", "AslTutorial:Storage:RunsNeedMegabytes is from 0 to 10000000, not 10000001")]
    [InlineData("Storage:WorkNeedsMegabytes", "301", "AslTutorial:Storage:WorkNeedsMegabytes is at most RunsNeedMegabytes: runs stop before checks do")]
    [InlineData("Content:Directory", "/no/such", "AslTutorial:Content:Directory is '/no/such', a folder without a folder 'lessons' in it")]
    [InlineData("Looks:ExampleAfterSeconds", "-1", "AslTutorial:Looks:ExampleAfterSeconds is from 0 to 600, not -1")]
    [InlineData("Notebooks:Waiting", "1001", "AslTutorial:Notebooks:Waiting is from 1 to 1000, not 1001")]
    [InlineData("Notebooks:CellSeconds", "601", "AslTutorial:Notebooks:CellSeconds is from 1 to 600, not 601")]
    [InlineData("Exercises:ChecksPerMinute", "0", "AslTutorial:Exercises:ChecksPerMinute is from 1 to 10000, not 0")]
    [InlineData("Admission:KnownAfterMinutes", "10081", "AslTutorial:Admission:KnownAfterMinutes is from 0 to 10080, not 10081")]
    [InlineData("Retention:OnceDays", "0", "AslTutorial:Retention:OnceDays is from 1 to 36500, not 0")]
    [InlineData("Operate:Key", "short", "AslTutorial:Operate:Key has at least 16 characters, not 5: whoever guesses it runs the site")]
    [InlineData("Telemetry:Otlp", "collector:4317", "AslTutorial:Telemetry:Otlp is an address such as http://collector:4317, not 'collector:4317'")]
    [InlineData("Cluster:Database", "Host=db", "AslTutorial:Cluster:Database (PostgreSQL) and AslTutorial:Cluster:Redis belong together: set both on every node, or neither")]
    [InlineData("Cluster:Redis", "redis:6379", "AslTutorial:Cluster:Database (PostgreSQL) and AslTutorial:Cluster:Redis belong together: set both on every node, or neither")]
    [InlineData("Cluster:Redis", "redis:6379,colour=red", "AslTutorial:Cluster:Redis is an address such as 10.0.0.5:6379, not 'redis:6379,colour=red'")]
    [InlineData("Cluster:Address", "node-1", "AslTutorial:Cluster:Address is this machine's IP address as the other nodes see it, not 'node-1'")]
    [InlineData("Cluster:Port", "65536", "AslTutorial:Cluster:Port is from 0 to 65535, not 65536")]
    [InlineData("Trainer:Thread", "2", "AslTutorial:Trainer:Thread is no setting of this site; AslTutorial:Trainer has Deterministic, Device, Key, Keys, Path, SilenceSeconds, StallSeconds, Start, Threads, TorchLibraries")]
    [InlineData("Trainers:Threads", "2", "AslTutorial:Trainers is no setting of this site")]
    public void Run_WrongSetting_IsOneClearLine(string name, string value, string expected)
    {
        var fault = Should.Throw<StartFaultException>(() => Run((name, value)));

        fault.Message.ShouldContain(expected);
        fault.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Run_WrongSetting_IsTriedOfEveryClass()
    {
        var tried = typeof(SettingsCheckTests).GetMethod(nameof(Run_WrongSetting_IsOneClearLine))!
            .GetCustomAttributes<InlineDataAttribute>()
            .Select(row => $"{row.Data[0]}:")
            .ToList();

        Sections.Where(section => !tried.Any(name => Settings(section).Any(setting => name.StartsWith($"{section.Name}:{setting.Name}:", StringComparison.Ordinal))))
            .Select(section => section.Options.Name)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Settings_Numbers_HaveARange() => Sections.SelectMany(Settings)
        .Where(setting => (Nullable.GetUnderlyingType(setting.PropertyType) ?? setting.PropertyType) is { IsPrimitive: true } type && type != typeof(bool))
        .Where(setting => !setting.IsDefined(typeof(RangeAttribute)))
        .Select(setting => $"{setting.DeclaringType!.Name}.{setting.Name}")
        .ShouldBeEmpty();

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

    private IEnumerable<SettingsSection> Sections => shared.Site.Services.GetServices<SettingsSection>();

    private static IEnumerable<PropertyInfo> Settings(SettingsSection section) => section.Options.GetProperties().Where(property => property.CanWrite);

    /// <summary>Checks the settings by what the site itself has registered, so that no class of them is left out.</summary>
    private void Run(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AslTutorial:Content:Directory", Path.Combine(Repository.Root, "content"))])
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"AslTutorial:{s.Name}", (string?)s.Value)))
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton<SettingsCheck>();
        foreach (var section in Sections)
        {
            Register.MakeGenericMethod(section.Options).Invoke(null, [services, section.Name]);
            var (validator, ranges) = (typeof(IValidateOptions<>).MakeGenericType(section.Options), typeof(RangeValidator<>).MakeGenericType(section.Options));
            foreach (var own in shared.Site.Services.GetServices(validator).Where(one => one!.GetType() != ranges))
            {
                services.AddSingleton(validator, own!);
            }
        }

        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<SettingsCheck>().Run();
    }
}
