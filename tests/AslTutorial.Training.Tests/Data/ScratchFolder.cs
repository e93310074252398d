using System.IO.Compression;
using System.Text;

namespace AslTutorial.Training.Tests.Data;

/// <summary>A folder of a test's own, gone with it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("asl-data-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text) => File.WriteAllBytes(this[name], Encoding.UTF8.GetBytes(text));

    public void WriteGzip(string name, string text) => File.WriteAllBytes(this[name], Gzip(text));

    /// <summary>Both files, with every label of the published coding.</summary>
    public void WriteDataSet()
    {
        Write("sign_mnist_train.csv", CsvText.File(PublishedLabels));
        Write("sign_mnist_valid.csv", CsvText.File(24, 0, 10));
    }

    public static IEnumerable<int> PublishedLabels => Enumerable.Range(0, 25).Where(label => label != 9);

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
