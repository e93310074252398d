using System.Runtime.InteropServices;
using AslTutorial.FaultyTrainer;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Tests.Loop;

/// <summary>The texts are PyTorch's, 2.10 and 2.11: c10/cuda/CUDACachingAllocator.cpp, CUDAMiscFunctions.cpp, ATen/cuda/Exceptions.h, ATen/cudnn/Exceptions.h.</summary>
public sealed class TorchFaultsTests
{
    private const string Hint = "\nCUDA kernel errors might be asynchronously reported at some other API call, so the stacktrace below might be incorrect.\nFor debugging consider passing CUDA_LAUNCH_BLOCKING=1\nCompile with `TORCH_USE_CUDA_DSA` to enable device-side assertions.\n";
    private const string Search = "\nSearch for `cudaErrorAssert' in https://docs.nvidia.com/cuda/cuda-runtime-api/group__CUDART__TYPES.html for more information.";
    private const string Traceback = "The following operation failed in the TorchScript interpreter.\nTraceback of TorchScript (most recent call last):\n  File \"<string>\", line 9, in step\n    x = conv2d(x, w)\n        ~~~~~~ <--- HERE\nRuntimeError: ";

    public static TheoryData<string> Lost =>
    [
        "CUDA error: device-side assert triggered" + Search + Hint,
        "CUDA error: an illegal memory access was encountered" + Hint,
        "CUDA error: unspecified launch failure" + Hint,
        "CUDA error: misaligned address" + Hint,
        "CUDA error: the launch timed out and was terminated" + Hint,
        "CUDA error: uncorrectable ECC error encountered" + Hint,
        "CUDA error: unknown error" + Hint,
        "CUDA driver error: an illegal memory access was encountered",
        "CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasSgemm( handle, opa, opb, m, n, k, &alpha, a, lda, b, ldb, &beta, c, ldc)`",
        "CUDA error: CUBLAS_STATUS_INTERNAL_ERROR when calling `cublasCreate(handle)`",
        "CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling `cublasCreate(handle)`",
        "cuDNN error: CUDNN_STATUS_EXECUTION_FAILED",
        "cuDNN error: CUDNN_STATUS_EXECUTION_FAILED_CUDART",
        "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR\nYou can try to repro this exception using the following code snippet.",
        "cuDNN error: CUDNN_STATUS_NOT_INITIALIZED",
        Traceback + "CUDA error: device-side assert triggered" + Search + Hint,
        Traceback + "cuDNN error: CUDNN_STATUS_MAPPING_ERROR\n",
    ];

    public static TheoryData<string> Memory =>
    [
        "CUDA out of memory. Tried to allocate 12.00 GiB. GPU 0 has a total capacity of 79.18 GiB of which 1.20 GiB is free. Process 4711 has 60.10 GiB memory in use. Of the allocated memory 512.00 MiB is allocated by PyTorch, and 20.00 MiB is reserved by PyTorch but unallocated.\nException raised from malloc",
        "CUDA error: out of memory" + Hint,
        "CUDA driver error: out of memory",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED",
        "[enforce fail at alloc_cpu.cpp:124] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 72057594037927936 bytes. Error code 12 (Cannot allocate memory)",
        Traceback + "CUDA out of memory. Tried to allocate 2.00 MiB. GPU 0 has a total capacity of 79.18 GiB of which 1.20 MiB is free.\n",
    ];

    public static TheoryData<string> Other =>
    [
        "The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
        "Expected a 'cuda' device type for generator but found 'cpu'",
        "cuDNN error: CUDNN_STATUS_NOT_SUPPORTED. This error may appear if you passed in a non-contiguous input.",
        "cuDNN error: CUDNN_STATUS_BAD_PARAM",
        "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!",
    ];

    [Theory]
    [MemberData(nameof(Lost))]
    public void LosesDevice_BrokenContext_IsTrue(string message)
    {
        var fault = new LibtorchException(message);
        TorchFaults.LosesDevice(fault).ShouldBeTrue();
        TorchFaults.IsMemory(fault).ShouldBeFalse();
        TorchFaults.Reason(fault).ShouldNotContain("\n");
        TorchFaults.Reason(fault).ShouldStartWith("cu", Case.Insensitive);
    }

    [Theory]
    [MemberData(nameof(Memory))]
    public void Describe_OutOfMemory_NamesWhatToMakeSmallerAndTheDeviceStays(string message)
    {
        var fault = new LibtorchException(message);
        TorchFaults.LosesDevice(fault).ShouldBeFalse();
        var failure = TorchFaults.Describe(fault, onCard: true);
        failure.Code.ShouldBe(RunFailureCodes.OutOfMemory);
        failure.Text.ShouldContain("smaller batch size");
        failure.Text.ShouldContain("other programs that use the card");
        failure.Text.ShouldNotContain("\n");
        TorchFaults.Describe(fault, onCard: false).Text.ShouldNotContain("card");
    }

    [Theory]
    [MemberData(nameof(Other))]
    public void Describe_AnyOtherFault_FailsTheRunAlone(string message)
    {
        var fault = new LibtorchException(message);
        TorchFaults.LosesDevice(fault).ShouldBeFalse();
        TorchFaults.IsMemory(fault).ShouldBeFalse();
        TorchFaults.Describe(fault, onCard: true).Code.ShouldBe(RunFailureCodes.Internal);
    }

    [Fact]
    public void LosesDevice_NotOfLibtorch_IsFalse() =>
        TorchFaults.LosesDevice(new InvalidOperationException("CUDA error: device-side assert triggered")).ShouldBeFalse();

    [Fact]
    public void Reason_FaultInAScript_IsLibtorchsAndNotWhereItWas()
    {
        using var unit = TorchSharp.torch.jit.compile("def broken(a, b):\n    return a + b\n");
        using var three = TorchSharp.torch.zeros(3);
        using var four = TorchSharp.torch.zeros(4);

        var fault = Should.Throw<ExternalException>(() => unit.invoke("broken", three, four));

        TorchFaults.Reason(fault).ShouldBe("The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0");
    }

    [Theory]
    [InlineData("Could not find file '/srv/site/data/a.csv'.", "Could not find file 'a.csv'.")]
    [InlineData(@"Could not open C:\Users\me\torch\lib\c10.dll: no", "Could not open c10.dll: no")]
    [InlineData("Access to /var/lib/x/ is denied", "Access to x is denied")]
    [InlineData("8/9 of https://docs.nvidia.com/cuda and a/b stay", "8/9 of https://docs.nvidia.com/cuda and a/b stay")]
    public void PathlessText_Paths_LeaveTheirLastNames(string text, string expected) => PathlessText.Of(text).ShouldBe(expected);
}
