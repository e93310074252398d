using System.Xml;
using System.Xml.Linq;

namespace AslTutorial.Web.Persistence.Condition;

/// <summary>
/// Stores the cookie keys as files. Skips damaged ones, while the framework's own reader would let every page fail: only the
/// cookies made with that key are lost.
/// </summary>
internal sealed class KeyFiles(StorageFolder folder, ILogger<KeyFiles> log) : ISealingKeys
{
    private readonly HashSet<string> _told = [];
    private readonly Lock _lock = new();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = new List<XElement>();
        foreach (var path in Files())
        {
            if (Read(path) is { } element)
            {
                elements.Add(element);
            }
            else
            {
                Tell(path);
            }
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        Directory.CreateDirectory(folder.Keys);
        var path = Path.Combine(folder.Keys, $"{friendlyName}.xml");
        var aside = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            using (var file = OwnersOnly.CreateFile(aside))
            {
                element.Save(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    public IReadOnlyList<string> Damaged() => [.. Files().Where(path => Read(path) is null).Select(path => $"key file {Path.GetFileName(path)}")];

    private IEnumerable<string> Files() => Directory.Exists(folder.Keys) ? Directory.EnumerateFiles(folder.Keys, "*.xml").Order(StringComparer.Ordinal) : [];

    private static XElement? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return XElement.Load(file);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Tell(string path)
    {
        lock (_lock)
        {
            if (!_told.Add(path))
            {
                return;
            }
        }

        log.LogError("The key file {File} cannot be read and is passed over: restore it from a backup, or delete it", Path.GetFileName(path));
    }
}
