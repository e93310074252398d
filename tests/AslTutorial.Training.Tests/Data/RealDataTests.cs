using System.Reflection;
using System.Security.Cryptography;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Csv;
using AslTutorial.Training.Tests.Data.Csv;

namespace AslTutorial.Training.Tests.Data;

/// <summary>The published files, where the machine has them.</summary>
public sealed class RealDataTests
{
    // The published counts; the digests of the uncompressed files are those of the course's own copies.
    private const int TrainRows = 27_455;
    private const int ValidRows = 7_172;
    private const string TrainSha = "b7ff39ad5f1210fa765ce11aa5f20c2e97fe467ffc22231aac923c863eef75c4";
    private const string ValidSha = "178c0dd21c4b0e86d58df12f14ea1e9efa795ad19d146802b3b28094a16d56ae";

    private static readonly string Folder = Path.GetFullPath(Path.Combine(
        typeof(RealDataTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "..", "shared", "data", "asl"));

    [Fact]
    public void Load_PublishedFiles_HasTheirRowsClassesAndDigest()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The published data set is not on this machine.");

        var data = SignDataSource.Load(new SignDataOptions(Folder, ""), null, TestContext.Current.CancellationToken);

        (data.Train.Count, data.Valid.Count).ShouldBe((TrainRows, ValidRows));
        data.Train.Labels.Distinct().Order().ShouldBe(Enumerable.Range(0, 24).Select(c => (byte)c));
        data.Train.Labels.Count(label => label == 9).ShouldBe(1114);
        data.Info.Digest.ShouldBe(DigestOfTheBytes());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Contradicts_PartsOfTheValidationFile_OnlyTheOtherCodingDoes(bool isPublished)
    {
        var (coding, other) = isPublished ? (LabelCoding.Alphabet, LabelCoding.Contiguous) : (LabelCoding.Contiguous, LabelCoding.Alphabet);
        Assert.SkipUnless(Directory.Exists(Folder), "The published data set is not on this machine.");
        var csv = SignCsv.Read(SignFolder.Find(Folder, null), null, TestContext.Current.CancellationToken);
        var known = CodedTable.Of(csv.Train.First(4_000), coding);
        for (var part = 0; part < 10; part++)
        {
            var images = CodedTable.Part(csv.Valid, part * 300, 300);
            CodingByImages.Contradicts(known, coding, CodedTable.Of(images, coding)).ShouldBeFalse($"part {part}");
            CodingByImages.Contradicts(known, coding, CodedTable.Of(images, other)).ShouldBeTrue($"part {part}");
        }
    }

    /// <summary>Decodes the files a second time, by the plainest means there are.</summary>
    private static string DigestOfTheBytes()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (file, sha) in new[] { (SignFolder.Find(Folder, null).Train, TrainSha), (SignFolder.Find(Folder, null).Valid, ValidSha) })
        {
            using var stream = file.Open();
            using var plain = new MemoryStream();
            stream.CopyTo(plain);
            Convert.ToHexStringLower(SHA256.HashData(plain.GetBuffer().AsSpan(0, (int)plain.Length))).ShouldBe(sha);

            plain.Position = 0;
            using var reader = new StreamReader(plain);
            reader.ReadLine();
            var (labels, pixels) = (new List<byte>(), new MemoryStream());
            while (reader.ReadLine() is { } line)
            {
                var numbers = Array.ConvertAll(line.Split(','), int.Parse);
                labels.Add((byte)(numbers[0] > 9 ? numbers[0] - 1 : numbers[0]));
                pixels.Write([.. numbers.Skip(1).Select(number => (byte)number)]);
            }

            hash.AppendData(BitConverter.GetBytes(labels.Count));
            hash.AppendData([.. labels]);
            hash.AppendData(pixels.ToArray());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
