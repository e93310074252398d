using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Tests.Messages;

public sealed class DeviceInfoTests
{
    [Theory]
    [InlineData(1, "CPU, 1 thread")]
    [InlineData(16, "CPU, 16 threads")]
    public void CpuThreads_NameOfAProcessor_GivesWhatItWasMadeWith(int threads, string name)
    {
        DeviceInfo.Cpu(threads).ShouldBe(new DeviceInfo("cpu", name, threads));
        DeviceInfo.CpuThreads(name).ShouldBe(threads);
    }

    [Theory]
    [InlineData("NVIDIA A10")]
    [InlineData("CPU, many threads")]
    [InlineData("")]
    public void CpuThreads_AnyOtherName_IsNull(string name) => DeviceInfo.CpuThreads(name).ShouldBeNull();
}
