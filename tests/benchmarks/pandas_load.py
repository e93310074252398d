#!/usr/bin/env python3
"""Times the loading of the two CSV files by pandas and by this project, in turn, on the cores this process may use.

    python3 tests/benchmarks/pandas_load.py DIR [--rounds 5]

Each round starts a new process of ours (its JIT included) and calls pandas in a process that is warm already.
Ours is built before (dotnet build -c Release AslTutorial.Training). For one core: taskset -c 0 python3 ...
"""
import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
TRAINER = ROOT / "AslTutorial.Training/bin/Release/net10.0/AslTutorial.Training.dll"


def sources(folder):
    """The two files of a folder, under whichever of their names they have."""
    found = []
    for names in (["train"], ["valid", "test"]):
        paths = [folder / f"sign_mnist_{name}.csv{end}" for name in names for end in ("", ".gz")]
        present = [path for path in paths if path.exists()]
        if not present:
            sys.exit(f"{folder} lacks sign_mnist_{names[0]}.csv or .csv.gz")
        found.append(present[0])
    return found


def plain_copy(path, folder):
    target = folder / path.name.removesuffix(".gz")
    with (gzip.open(path) if path.suffix == ".gz" else open(path, "rb")) as source, open(target, "wb") as copy:
        shutil.copyfileobj(source, copy)
    return target


def gzip_copy(path, plain, folder):
    if path.suffix == ".gz":
        return path
    target = folder / (path.name + ".gz")
    with open(plain, "rb") as source, gzip.open(target, "wb") as copy:
        shutil.copyfileobj(source, copy)
    return target


def pandas_milliseconds(paths):
    start = time.perf_counter()
    for path in paths:
        frame = pd.read_csv(path)
        frame.pop("label").to_numpy()
        frame.to_numpy(dtype=np.uint8)
    return (time.perf_counter() - start) * 1000


def ours_milliseconds(folder):
    command = ["dotnet", str(TRAINER), "data", "bench", "--data", str(folder), "--repeat", "1", "--synthetic", "false"]
    report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return report["csv"][0], report["csvGz"][0], report["cache"][0]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    options = arguments.parse_args()

    times = {"pandas .csv": [], "pandas .csv.gz": [], "ours .csv": [], "ours .csv.gz": [], "ours, cached": []}
    with tempfile.TemporaryDirectory() as scratch:
        files = sources(options.folder)
        plain = [plain_copy(path, Path(scratch)) for path in files]
        packed = [gzip_copy(path, copy, Path(scratch)) for path, copy in zip(files, plain)]
        for _ in range(options.rounds):
            times["pandas .csv"].append(pandas_milliseconds(plain))
            times["pandas .csv.gz"].append(pandas_milliseconds(packed))
            csv, csv_gz, cache = ours_milliseconds(options.folder)
            times["ours .csv"].append(csv)
            times["ours .csv.gz"].append(csv_gz)
            times["ours, cached"].append(cache)

    print(f"pandas {pd.__version__}, {len(os.sched_getaffinity(0))} cores, {options.rounds} rounds, milliseconds for both files")
    print(f"{'':16}{'median':>9}{'least':>9}{'most':>9}")
    for name, values in times.items():
        print(f"{name:16}{statistics.median(values):9.0f}{min(values):9.0f}{max(values):9.0f}")


if __name__ == "__main__":
    main()
