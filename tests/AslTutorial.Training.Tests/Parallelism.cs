// These tests compute: side by side on few cores they only slow each other down (65 s against 47 s on two cores).
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
