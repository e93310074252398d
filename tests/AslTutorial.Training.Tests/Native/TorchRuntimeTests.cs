using AslTutorial.Training.Contracts;
using AslTutorial.Training.Native;
using TorchSharp;

namespace AslTutorial.Training.Tests.Native;

public sealed class TorchRuntimeTests
{
    [Fact]
    public void Load_ThisMachine_Computes()
    {
        var device = TestTorch.Device;

        using var sum = torch.arange(5, device: device.Device).sum();

        sum.item<long>().ShouldBe(10);
        device.Info.Kind.ShouldBe("cpu");
        device.Info.Name.ShouldBe("CPU, 1 thread");
    }

    [Fact]
    public void Load_AnyWay_CopiesNoLibraries()
    {
        _ = TestTorch.Device;

        // TorchSharp's own fallback would have made these.
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "cpu")).ShouldBeFalse();
        Directory.Exists(Path.Combine(TestPaths.TrainerOutput, "cpu")).ShouldBeFalse();
    }

    [Fact]
    public void Load_CudaWithoutCuda_SaysWhatToDo()
    {
        _ = TestTorch.Device;
        Assert.SkipWhen(torch.cuda.is_available(), "this machine has CUDA");

        var fault = Should.Throw<TorchUnavailableException>(() =>
            TorchRuntime.Load(new TorchOptions(TestPaths.NativeFolder, DeviceChoice.Cuda)));

        fault.Message.ShouldContain("CUDA was asked for");
        fault.Message.ShouldContain("choose the device auto or cpu");
    }

    [Fact]
    public void Load_OtherFolderLater_IsRefused()
    {
        _ = TestTorch.Device;
        using var folder = new TempFolder();
        foreach (var library in NativeFile.Required.Append(NativeFile.Binding))
        {
            File.WriteAllText(folder.File(NativeFile.Name(library)), string.Empty);
        }

        var fault = Should.Throw<TorchUnavailableException>(() => TorchRuntime.Load(new TorchOptions(folder.Path)));

        fault.Message.ShouldContain("already");
    }
}
