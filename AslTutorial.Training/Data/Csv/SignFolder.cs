namespace AslTutorial.Training.Data.Csv;

/// <summary>Finds the two files in a folder.</summary>
internal sealed record SignFolder(SignFile Train, SignFile Valid)
{
    private const string TrainName = "sign_mnist_train";
    private const string ValidName = "sign_mnist_valid";
    private const string TestName = "sign_mnist_test";

    /// <summary>
    /// Looks for sign_mnist_train and for sign_mnist_valid or sign_mnist_test, each as .csv or .csv.gz.
    /// The same name in both forms: the plain one is read, and the progress says so. Both valid and test: refused,
    /// for they are two names of one set and nothing tells which is meant.
    /// </summary>
    /// <exception cref="SignDataException">The folder or a file is missing, or the choice is not clear.</exception>
    public static SignFolder Find(string directory, IProgress<string>? progress)
    {
        if (!Directory.Exists(directory))
        {
            var what = File.Exists(directory) ? "is a file, not a folder" : "does not exist";
            throw new SignDataException($"The data folder {directory} {what}; name the folder that holds {TrainName}.csv and {ValidName}.csv.");
        }

        var train = FindOne(directory, TrainName, progress);
        var valid = FindOne(directory, ValidName, progress);
        var test = FindOne(directory, TestName, progress);
        if (valid is not null && test is not null)
        {
            throw new SignDataException($"The data folder {directory} holds both {valid.Name} and {test.Name}, two names of the same set; keep one of them.");
        }

        valid ??= test;
        if (train is null || valid is null)
        {
            var missing = (train, valid) switch
            {
                (null, null) => $"{TrainName}.csv and {ValidName}.csv (or {TestName}.csv)",
                (null, _) => $"{TrainName}.csv",
                _ => $"{ValidName}.csv (or {TestName}.csv)",
            };
            throw new SignDataException($"The data folder {directory} lacks {missing}; plain .csv and gzipped .csv.gz are both read.");
        }

        return new SignFolder(train, valid);
    }

    private static SignFile? FindOne(string directory, string name, IProgress<string>? progress)
    {
        var plain = Path.Combine(directory, name + ".csv");
        var gzip = plain + ".gz";
        if (!File.Exists(plain))
        {
            return File.Exists(gzip) ? new SignFile(gzip, IsGzip: true) : null;
        }

        if (File.Exists(gzip))
        {
            progress?.Report($"{plain} and its .gz are both there: the plain file is read.");
        }

        return new SignFile(plain, IsGzip: false);
    }
}
