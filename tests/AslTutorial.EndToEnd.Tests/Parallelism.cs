using AslTutorial.EndToEnd.Tests.Browser;

// Two at a time: a test with a browser mostly waits, and more of them would miss their time limits on few cores.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.Collections, MaxThreads = 2)]
[assembly: AssemblyFixture(typeof(ChromiumFixture))]
