using System.Globalization;

namespace AslTutorial.Training.Data.Csv;

/// <summary>Both files of a data set, read and brought to classes 0-23.</summary>
internal sealed record SignCsv(ImageSet Train, ImageSet Valid, LabelCoding Coding)
{
    /// <exception cref="SignDataException">The first fault of the data set.</exception>
    public static SignCsv Read(SignFolder folder, IProgress<string>? progress, CancellationToken cancel)
    {
        var train = ReadOne(folder.Train, progress, cancel);
        var valid = ReadOne(folder.Valid, progress, cancel);
        var coding = LabelCodes.Recognise([train, valid], out var settled);
        if (!settled)
        {
            progress?.Report("No label is 9 or 24, so the labels are taken as published: 0-24 without 9.");
        }

        return new SignCsv(ToSet(train, coding), ToSet(valid, coding), coding);
    }

    private static CsvTable ReadOne(SignFile file, IProgress<string>? progress, CancellationToken cancel)
    {
        progress?.Report($"Reading {file.Path}.");
        var table = CsvFile.Read(file, cancel);
        progress?.Report(string.Create(CultureInfo.InvariantCulture, $"Read {table.Codes.Length:N0} images from {file.Name}."));
        return table;
    }

    private static ImageSet ToSet(CsvTable table, LabelCoding coding)
    {
        LabelCodes.Normalise(table.Codes, coding);
        return new ImageSet(table.Pixels, table.Codes);
    }
}
