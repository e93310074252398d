using AslTutorial.Training.Native;

namespace AslTutorial.Training.Tests.Native;

public sealed class CudnnChoiceTests
{
    [Fact]
    public void SetDeterministic_OnAndOff_IsWhatLibtorchHas()
    {
        _ = TestTorch.Device;

        CudnnChoice.SetDeterministic(true);
        CudnnChoice.IsDeterministic().ShouldBeTrue();
        CudnnChoice.SetDeterministic(false);
        CudnnChoice.IsDeterministic().ShouldBeFalse();
    }
}
