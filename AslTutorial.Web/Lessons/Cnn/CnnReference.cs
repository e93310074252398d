using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Lessons.Cnn;

/// <summary>A run of the course's own notebook on a GPU, shown faintly until the learner has a curve.</summary>
internal static class CnnReference
{
    // The notebook prints sums over 27,455 and 7,172 images in batches of 32.
    private const int TrainBatches = 858;
    private const int ValidBatches = 225;

    private static readonly (double TrainSum, double Train, double ValidSum, double Valid)[] Printed =
    [
        (263.0673, .9101, 25.3139, .9564),
        (14.8527, .9958, 14.5266, .9774),
        (15.0548, .9949, 18.2880, .9736),
        (6.3722, .9981, 6.9258, .9922),
        (13.2297, .9958, 18.2248, .9791),
        (0.5619, .9999, 10.3425, .9824),
        (15.8552, .9952, 14.1589, .9819),
        (7.1374, .9973, 22.8486, .9636),
        (2.6616, .9990, 23.7614, .9664),
        (9.1858, .9973, 14.9869, .9721),
        (1.5486, .9994, 16.3305, .9770),
    ];

    public static IReadOnlyList<EpochResult> Epochs { get; } =
    [
        .. Printed.Select((p, epoch) => new EpochResult(
            epoch, p.TrainSum, p.TrainSum / TrainBatches, p.Train, p.ValidSum, p.ValidSum / ValidBatches, p.Valid, 0, 0, "GPU")),
    ];
}
