using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Tests.Loop;

/// <summary>Notes what would end the process.</summary>
internal sealed class EndOfProcess : IProgress<string>
{
    public const int Code = 99;

    public EndOfProcess() => Loss = new DeviceLoss(this, Code, Codes.Add);

    public DeviceLoss Loss { get; }

    public List<int> Codes { get; } = [];

    public List<string> Lines { get; } = [];

    public void Report(string value) => Lines.Add(value);
}
