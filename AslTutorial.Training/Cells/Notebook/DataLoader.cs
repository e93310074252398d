using System.Collections;
using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>
/// As torch.utils.data.DataLoader: batches of x and y, in order or shuffled. Each walk begins a new order, drawn as
/// PyTorch draws it after torch.manual_seed(seed).
/// </summary>
internal sealed class DataLoader : IEnumerable<Tensor[]>
{
    private static readonly string[] OtherKeywords =
    [
        "sampler", "batch_sampler", "num_workers", "collate_fn", "pin_memory", "drop_last", "timeout", "worker_init_fn",
        "multiprocessing_context", "generator", "prefetch_factor", "persistent_workers", "pin_memory_device", "in_order",
    ];

    private readonly int _batchSize;
    private readonly bool _shuffle;
    private readonly MersenneTwister _random;

    /// <param name="random">Continued by every walk.</param>
    /// <param name="argument">What is written after the batch size, or null for nothing.</param>
    /// <exception cref="PythonException">The argument is not one that Python takes.</exception>
    public DataLoader(Dataset dataset, int batchSize, MersenneTwister random, CallArgument? argument = null)
    {
        Dataset = dataset;
        _batchSize = batchSize;
        _random = random;
        _shuffle = IsShuffled(argument);
    }

    public Dataset Dataset { get; }

    /// <summary>What PyTorch's sampler attribute would be: the class that draws the order.</summary>
    public string Sampler => _shuffle ? "RandomSampler" : "SequentialSampler";

    public IEnumerator<Tensor[]> GetEnumerator()
    {
        // PyTorch draws a base seed for worker processes first, even when there are none.
        _ = _random.NextInt64();
        foreach (var batch in Order().Chunk(_batchSize))
        {
            var items = batch.Select(index => Dataset[index]).ToList();
            yield return [stack(items.Select(item => item.X)), stack(items.Select(item => item.Y))];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<long> Order()
    {
        if (!_shuffle)
        {
            for (var index = 0L; index < Dataset.Count; index++)
            {
                yield return index;
            }

            yield break;
        }

        // RandomSampler draws a seed of its own and permutes with that.
        using var generator = SeededGenerator.Create(_random.NextInt64());
        using var order = randperm(Dataset.Count, ScalarType.Int64, generator: generator);
        foreach (var index in order.data<long>().ToArray())
        {
            yield return index;
        }
    }

    private static bool IsShuffled(CallArgument? argument)
    {
        if (argument is null)
        {
            return false;
        }

        argument.CheckSyntax();
        var (keyword, value) = argument;
        return keyword switch
        {
            "shuffle" => value.IsTrue(),
            "dataset" => throw new PythonException("TypeError", "DataLoader.__init__() got multiple values for argument 'dataset'"),
            _ when OtherKeywords.Contains(keyword) =>
                throw new CellFaultException(CellFaultCodes.Unsupported, $"DataLoader's {keyword} is not simulated"),
            _ => throw new PythonException("TypeError", $"DataLoader.__init__() got an unexpected keyword argument '{keyword}'"),
        };
    }
}
