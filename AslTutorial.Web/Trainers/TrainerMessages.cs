using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Trainers;

/// <summary>
/// Validates what a trainer says about itself, because pages and /health/ready show it to everybody.
/// </summary>
internal static class TrainerMessages
{
    public const int MaxName = 64;

    private const int MaxDigest = 128;
    private const long MaxBytes = 1L << 50;

    /// <summary>The fault in one sentence, or null.</summary>
    public static string? FaultOf(TrainerDescription? description) => description switch
    {
        null => "A description says who the trainer is.",
        _ when !ReportRanges.IsText(description.Name, MaxName) => $"A trainer's name has 1 to {MaxName} characters, all of them printable.",
        { ProcessId: <= 0 } => "A process has a positive number.",
        _ when !Enum.IsDefined(description.Phase) => "A trainer is starting, preparing data, idle, busy or faulted.",
        { Device: { } device } when !IsSound(device) => "A device is cpu or cuda, with a short name and numbers that can be.",
        { DataSet: { } data } when !IsSound(data) => "A data set is sign-mnist or synthetic, with its rows and a digest in hex.",
        { Current: { } lease } when lease.Fence < 0 => "A lease has a fence.",
        { Fault: { } fault } when !ReportRanges.IsText(fault, ReportRanges.MaxFault) => $"A fault is one sentence of at most {ReportRanges.MaxFault} characters.",
        { FaultCode: { } code } when !ReportRanges.IsText(code, MaxName) => "A fault's code is short.",
        { Program: { } program } when !ReportRanges.IsText(program, MaxName) => $"A program's version has 1 to {MaxName} characters, all of them printable.",
        { MemoryBytes: < 0 or > MaxBytes } => "Memory is a number of bytes that can be.",
        { Card: { } card } when !IsSound(card) => "A card's memory is a number of bytes that can be.",
        _ => null,
    };

    private static bool IsSound(DeviceInfo device) => device.Kind is "cpu" or "cuda"
        && ReportRanges.IsText(device.Name, ReportRanges.MaxDevice)
        && device.Threads is >= 0 and <= ThreadCount.Max
        && device.Index is null or (>= 0 and < DeviceChoice.MaxCards)
        && device.Cards is null or (>= 0 and <= DeviceChoice.MaxCards);

    private static bool IsSound(DataSetInfo data) => data.Kind is DataSetInfo.SignMnist or DataSetInfo.Synthetic
        && data.TrainRows is >= 0 and <= ReportRanges.MaxRows
        && data.ValidRows is >= 0 and <= ReportRanges.MaxRows
        && data.Digest is { Length: > 0 and <= MaxDigest } && data.Digest.All(char.IsAsciiHexDigitLower);

    private static bool IsSound(CardMemory card) =>
        card.OwnBytes is null or (>= 0 and <= MaxBytes) && card.UsedBytes is >= 0 and <= MaxBytes && card.TotalBytes is >= 0 and <= MaxBytes;
}
