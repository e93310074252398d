// Two at a time: most of a browser's test is waiting, and more of them would miss their time limits on few cores.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All, MaxThreads = 2)]
