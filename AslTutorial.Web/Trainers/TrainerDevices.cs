using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>Parses AslTutorial:Trainer:Device: one device, or several separated by commas.</summary>
internal static class TrainerDevices
{
    private const string Setting = "AslTutorial:Trainer:Device";

    /// <summary>The devices in the given order, or a fault.</summary>
    public static (IReadOnlyList<DeviceChoice> Devices, string? Fault) Read(string text)
    {
        var devices = new List<DeviceChoice>();
        foreach (var word in text.Split(','))
        {
            if (!DeviceChoice.TryParse(word, out var device))
            {
                return ([], $"{Setting} is auto, cpu, cuda, a card such as cuda:1, or a list such as cuda:0,cuda:1, not '{text}'");
            }

            devices.Add(device);
        }

        return (devices, FaultOf(devices, text));
    }

    private static string? FaultOf(List<DeviceChoice> devices, string text)
    {
        if (devices.Count > DeviceChoice.MaxCards)
        {
            return $"{Setting} names at most {DeviceChoice.MaxCards} devices, not {devices.Count}";
        }

        if (devices.Count > 1 && devices.Contains(DeviceChoice.Auto))
        {
            return $"{Setting} is auto alone, which takes every card, or a list without it, not '{text}'";
        }

        var twice = devices.Where(d => d.Card is not null).GroupBy(d => d.Card).FirstOrDefault(cards => cards.Count() > 1);
        return twice is null ? null : $"{Setting} names the card {DeviceChoice.CudaCard(twice.Key!.Value)} more than once in '{text}'";
    }
}
