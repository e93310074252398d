using System.Xml.Linq;
using AslTutorial.Training.Native;

namespace AslTutorial.Training.Tests.Native;

public sealed class LibtorchVersionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Libraries => Directory.CreateDirectory(_folder.File("lib")).FullName;

    [Fact]
    public void OfBinding_Build_IsThePackageLists()
    {
        var packages = XDocument.Load(Path.Combine(TestPaths.RepositoryRoot, "Directory.Packages.props"));
        LibtorchVersion.OfBinding.ShouldBe(packages.Descendants("LibtorchVersion").Single().Value);
    }

    [Theory]
    [InlineData("version.py", "from typing import Optional\n\n__all__ = ['__version__', 'debug']\n__version__ = '2.11.0+cu130'\ndebug = False\n", "2.11.0+cu130")]
    [InlineData("build-version", "2.9.1+cu128\n", "2.9.1+cu128")]
    [InlineData("include/torch/version.h", "#pragma once\n#define TORCH_VERSION_MAJOR 2\n#define TORCH_VERSION_MINOR 8\n#define TORCH_VERSION_PATCH 1\n", "2.8.1")]
    [InlineData("include/torch/headeronly/version.h", "#define TORCH_VERSION_MAJOR 2\n#define TORCH_VERSION_MINOR 10\n#define TORCH_VERSION_PATCH 0\n#define TORCH_VERSION \"2.10.0\"\n", "2.10.0")]
    [InlineData("include/torch/csrc/api/include/torch/version.h", "#define TORCH_VERSION_MAJOR 2\n#define TORCH_VERSION_MINOR 7\n#define TORCH_VERSION_PATCH 0\n", "2.7.0")]
    [InlineData("version.py", "import os\n", LibtorchVersion.Unknown)]
    [InlineData("include/torch/version.h", "#include <torch/headeronly/version.h>\n", LibtorchVersion.Unknown)]
    [InlineData("README", "2.11.0", LibtorchVersion.Unknown)]
    public void Of_FolderWithAVersionBesideIt_ReadsIt(string file, string text, string expected)
    {
        var path = _folder.File(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        LibtorchVersion.Of(Libraries).ShouldBe(expected);
        LibtorchVersion.Of(Libraries + Path.DirectorySeparatorChar).ShouldBe(expected);
    }

    public void Dispose() => _folder.Dispose();
}
