using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data.Csv;
using AslTutorial.Training.Data.Synthetic;

namespace AslTutorial.Training.Data.Cache;

/// <summary>Which source a cache file was made from.</summary>
/// <param name="Kind">As in <see cref="DataSetInfo.Kind"/>.</param>
/// <param name="Place">Names the cache file: one for each source folder.</param>
/// <param name="Identity">32 bytes; a source that changed has another identity, and the same place.</param>
internal sealed record CacheKey(string Kind, string Place, byte[] Identity)
{
    private const int ProbeBytes = 64 * 1024;
    private const int PlaceDigits = 16;

    /// <summary>
    /// Of two files: their full paths, lengths, times of change, and the bytes at their start, middle and end.
    /// A change that keeps all of these goes unseen; no tool that writes a file does that by accident.
    /// </summary>
    /// <exception cref="SignDataException">A file cannot be read.</exception>
    public static CacheKey Of(SignFolder folder)
    {
        using var identity = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(identity, folder.Train);
        Append(identity, folder.Valid);
        var directory = Path.GetDirectoryName(Path.GetFullPath(folder.Train.Path)) ?? "";
        return new CacheKey(DataSetInfo.SignMnist, Digits(directory), identity.GetHashAndReset());
    }

    /// <summary>Of the synthetic hands, as this version draws them.</summary>
    public static CacheKey OfSyntheticHands()
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{SyntheticHands.Version} {SyntheticHands.Seed} {SyntheticHands.TrainCount} {SyntheticHands.ValidCount}");
        return new CacheKey(DataSetInfo.Synthetic, "hands", SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string Digits(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..PlaceDigits];

    private static void Append(IncrementalHash identity, SignFile file)
    {
        try
        {
            using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            Span<byte> number = stackalloc byte[sizeof(long)];
            identity.AppendData(Encoding.UTF8.GetBytes(Path.GetFullPath(file.Path)));
            BinaryPrimitives.WriteInt64LittleEndian(number, stream.Length);
            identity.AppendData(number);
            BinaryPrimitives.WriteInt64LittleEndian(number, File.GetLastWriteTimeUtc(file.Path).Ticks);
            identity.AppendData(number);

            var probe = new byte[ProbeBytes];
            var last = Math.Max(0, stream.Length - ProbeBytes);
            foreach (var start in (ReadOnlySpan<long>)[0, last / 2, last])
            {
                stream.Position = start;
                identity.AppendData(probe, 0, stream.ReadAtLeast(probe, ProbeBytes, throwOnEndOfStream: false));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SignFile.Unreadable(file.Path, e);
        }
    }
}
