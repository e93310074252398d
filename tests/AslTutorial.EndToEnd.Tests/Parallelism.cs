// Sites, trainers and a browser compete for the same cores: side by side, each would miss its time limits.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
