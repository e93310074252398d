namespace AslTutorial.Training.Contracts.Cells;

/// <summary>The cells of lesson 3 that a worker runs, what they depend on, and the limits of what may be changed in them.</summary>
public static class Lesson3Cells
{
    public const string Lesson = "cnn";

    public static IReadOnlyList<CellDescription> All { get; } =
    [
        new("setup", [], []),
        new("load", ["setup"], []),
        new("peek", ["load"], [Integer("rows", 5, 1, 20)]),
        new("peek-shape", ["peek"], []),
        new("reshape", ["peek"], []),
        new("dataset", ["load", "reshape"], [Gap("label"), Gap("channels"), Gap("width"), Gap("height")]),
        new("dataloader", ["dataset"],
            [Integer("BATCH_SIZE", 32, 1, 512), Gap("train_shuffle", mayBeEmpty: true), Gap("valid_shuffle", mayBeEmpty: true)]),
        new("batch", ["dataloader"], []),
        new("batch-x-shape", ["batch"], []),
        new("batch-y-shape", ["batch"], []),
        new("model", ["reshape"],
        [
            new("kernel_size", CellValue.Of(3), Allowed: [1, 3, 5, 7]),
            Integer("flattened_size", 675, 1, 100_000),
            Real("dropout_block2", .2, 0, .9),
            Real("dropout_head", .3, 0, .9),
        ]),
        new("summary", ["model"], []),
        new("accuracy", ["setup"], []),
        new("train-validate", ["dataloader", "summary", "accuracy"],
        [
            Gap("first_name"), Gap("first_mode"), Gap("first_loader"), Gap("first_word"),
            Gap("second_name"), Gap("second_mode"), Gap("second_loader"), Gap("second_word"),
        ]),
        new("first-batch", ["dataloader", "summary", "accuracy"], [], IsListed: false),
        new("first-function", ["train-validate"], [TrainRows], IsListed: false),
        new("second-function", ["train-validate"], [TrainRows], IsListed: false),
        new("train-epochs", ["train-validate"], [Integer("epochs", 1, 1, 5), TrainRows], IsListed: false),
    ];

    /// <summary>The cell with that id, or null.</summary>
    public static CellDescription? Find(string id) => All.FirstOrDefault(cell => cell.Id == id);

    /// <summary>The cell and everything it depends on, each once, what is needed first.</summary>
    public static IReadOnlyList<CellDescription> Upstream(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var found = new List<CellDescription>();
        Visit(cell);
        return found;

        void Visit(CellDescription visited)
        {
            foreach (var need in visited.Needs)
            {
                Visit(Find(need) ?? throw new InvalidOperationException($"{visited.Id} needs {need}, which does not exist"));
            }

            if (!found.Contains(visited))
            {
                found.Add(visited);
            }
        }
    }

    /// <summary>What a short training trains on; the validation set is shortened in the same proportion.</summary>
    private static CellParameter TrainRows => Integer("train_rows", 640, 32, 4096);

    private static CellParameter Gap(string name, bool mayBeEmpty = false) => new(name, MayBeEmpty: mayBeEmpty);

    private static CellParameter Integer(string name, long value, long min, long max) => new(name, CellValue.Of(value), min, max);

    private static CellParameter Real(string name, double value, double min, double max) => new(name, CellValue.Of(value), min, max);
}
