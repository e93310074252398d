using AslTutorial.Training.Contracts;
using TorchSharp;

namespace AslTutorial.Training.Native;

/// <summary>The device in use, for torch and for people.</summary>
internal sealed record TorchDevice(torch.Device Device, DeviceInfo Info)
{
    public bool IsCuda => Device.type == DeviceType.CUDA;
}
