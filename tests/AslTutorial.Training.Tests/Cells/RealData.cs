using AslTutorial.Training.Data;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Cells;

/// <summary>Sign Language MNIST, where it lies beside the repository; it is never copied into it.</summary>
internal static class RealData
{
    private static readonly Lazy<SignData?> Loaded = new(Load);

    /// <summary>The data, or the test is skipped.</summary>
    public static SignData Need()
    {
        Assert.SkipUnless(Loaded.Value is not null, "the real data is not beside the repository");
        return Loaded.Value!;
    }

    private static SignData? Load()
    {
        var folder = Path.GetFullPath(Path.Combine(TestPaths.RepositoryRoot, "..", "shared", "data", "asl"));
        var cache = Path.Combine(AppContext.BaseDirectory, "cells-data");
        return Directory.Exists(folder) ? SignDataSource.Load(new SignDataOptions(folder, cache), null, default) : null;
    }
}
