#!/usr/bin/env python3
"""Writes the golden prints: text that real numpy, pandas and PyTorch produce.

Run once, where those three are installed (Debian: python3-torch, python3-numpy, python3-pandas):

    python3 tests/golden/make_golden.py DIRECTORY_OF_THE_TWO_CSV_FILES

Made with numpy 1.24.2, pandas 1.5.3 and PyTorch 1.13. PyTorch 2.x prints all of this the same; torch.compile is newer
than 1.13, so its wrapper is a module of the same name and with the same child here. numpy prints the same up to 2.1;
from 2.2 on it adds the shape to an array it shortens.

Files: prints.txt (synthetic arrays, each made from the formula its heading names; ArrayFormula.cs has the same
formulas), numbers.txt (single numbers), modules.txt, and lesson/*.txt (the lesson's cells on the real data; only what
is printed, not the data).
"""
import glob
import math
import os
import struct
import sys

import numpy as np
import pandas as pd
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, Dataset

HERE = os.path.dirname(os.path.abspath(__file__))


def draw(seed, i):
    """SplitMix64's finalizer, upper 32 bits: exact integers on both sides."""
    mask = (1 << 64) - 1
    z = (seed * 0x9E3779B97F4A7C15 + i * 0xBF58476D1CE4E5B9 + 0x94D049BB133111EB) & mask
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
    return (z ^ (z >> 31)) >> 32


def unit(seed, i):
    return draw(seed, i) / 4294967296.0


def nonfinite(seed, i):
    kind = draw(seed, i) % 7
    return (math.nan, math.inf, -math.inf)[kind] if kind < 3 else signed(seed, i)


def signed(seed, i):
    return 2 * unit(seed, i) - 1


FORMULAS = {
    "count": lambda s, i: i,
    "pixel": lambda s, i: draw(s, i) % 256,
    "letter": lambda s, i: draw(s, i) % 24,
    "mixed": lambda s, i: draw(s, i) % 2001 - 1000,
    "parity": lambda s, i: draw(s, i) % 2,
    "unit": unit,
    "signed": signed,
    "scaled": lambda s, i: (draw(s, i) % 256) / 255,
    "tenths": lambda s, i: (draw(s, i) % 200) / 10 - 10,
    "ties": lambda s, i: (draw(s, i) % 129) / 32 - 2,
    "whole": lambda s, i: float(draw(s, i) % 100) - 50,
    "wholewide": lambda s, i: float(draw(s, i) % 100000) + 1,
    "tiny": lambda s, i: unit(s, i) / 1048576,
    "huge": lambda s, i: unit(s, i) * 1099511627776.0,
    "wide": lambda s, i: math.ldexp(signed(s, i), draw(s + 1, i) % 80 - 40),
    "sparse": lambda s, i: unit(s, i) if draw(s, i) % 3 == 0 else 0.0,
    "zero": lambda s, i: 0.0,
    "minuszero": lambda s, i: -0.0,
    "nonfinite": nonfinite,
    "nan": lambda s, i: math.nan,
    "wholeinf": lambda s, i: math.inf if draw(s, i) % 4 == 0 else float(draw(s, i) % 9),
    "thousandth": lambda s, i: 1.0 if i == 0 else 0.001,
    "tenthousandth": lambda s, i: 0.0001 * (1 + draw(s, i) % 5),
    "million": lambda s, i: 1e8 - (draw(s, i) % 3),
}

INTEGERS = ("uint8", "int32", "int64")
REALS = ("float32", "float64")
SHAPES = ((), (1,), (0,), (3,), (7,), (40,), (1001,), (2, 3), (3, 1), (0, 3), (5, 784), (40, 30), (2, 3, 4), (1, 1, 5),
          (7, 11, 13), (9, 9, 20), (2, 1, 3, 2), (5, 1, 28, 28), (2, 8, 8, 9))
FEW_SHAPES = ((), (3,), (7,), (23,), (1001,), (4, 5), (2, 3, 4))


def cases():
    yield "uint8", "letter", (1000,)
    yield "float64", "scaled", (10, 100)
    for dtype in INTEGERS:
        yield from ((dtype, "pixel" if dtype == "uint8" else "mixed", shape) for shape in SHAPES)
        yield from ((dtype, "letter" if dtype == "uint8" else "count", shape) for shape in FEW_SHAPES)
    yield from (("bool", "parity", shape) for shape in SHAPES)
    for dtype in REALS:
        yield from ((dtype, "scaled" if dtype == "float32" else "signed", shape) for shape in SHAPES)
        for formula in ("unit", "signed", "wide", "whole", "tenths", "ties", "wholewide", "tiny", "huge", "sparse", "zero",
                        "minuszero", "nonfinite", "nan", "wholeinf", "thousandth", "tenthousandth", "million"):
            yield from ((dtype, formula, shape) for shape in FEW_SHAPES)


def write(name, sections):
    path = os.path.join(HERE, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", newline="\n") as f:
        for heading, text in sections:
            f.write(f"### {heading}\n{text}\n")


def prints():
    for seed, (dtype, formula, shape) in enumerate(cases(), 1):
        count = math.prod(shape)
        values = [FORMULAS[formula](seed, i) for i in range(count)]
        array = np.array(values, dtype=dtype).reshape(shape)
        dims = "x".join(map(str, shape)) or "scalar"
        yield f"numpy {dtype} {formula} {dims} {seed}", repr(array)
        yield f"torch {dtype} {formula} {dims} {seed}", repr(torch.from_numpy(array))


def numbers():
    values = [0.0, -0.0, 1.0, -1.0, 0.1, 1 / 3, 2 / 3, 1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 1e-4, 1e-5, 5e-324,
              1.7976931348623157e308, math.inf, -math.inf, math.nan, 0.5, 1.5, 2.5, 0.125, 0.00005, 0.00015, 9.99995,
              99999.5, 1e100, -123.456]
    values += [struct.unpack("<d", struct.pack("<Q", (draw(5, i) << 32) | draw(6, i)))[0] for i in range(200)]
    values += [signed(7, i) * 10 ** (i % 12 - 4) for i in range(100)]
    for value in values:
        bits = struct.unpack("<Q", struct.pack("<d", value))[0]
        fixed = f" {value:.4f} {value:.0f}" if abs(value) < 1e20 else ""
        yield f"{bits:016x}", f"{value!r} {value:.4e}{fixed}"


def cnn():
    return nn.Sequential(
        nn.Conv2d(1, 25, 3, stride=1, padding=1), nn.BatchNorm2d(25), nn.ReLU(), nn.MaxPool2d(2, stride=2),
        nn.Conv2d(25, 50, 3, stride=1, padding=1), nn.BatchNorm2d(50), nn.ReLU(), nn.Dropout(.2), nn.MaxPool2d(2, stride=2),
        nn.Conv2d(50, 75, 3, stride=1, padding=1), nn.BatchNorm2d(75), nn.ReLU(), nn.MaxPool2d(2, stride=2),
        nn.Flatten(), nn.Linear(75 * 3 * 3, 512), nn.Dropout(.3), nn.ReLU(), nn.Linear(512, 24),
    )


class OptimizedModule(nn.Module):
    def __init__(self, module):
        super().__init__()
        self._orig_mod = module


def modules():
    yield "empty", repr(nn.Sequential())
    yield "nested", repr(nn.Sequential(nn.Sequential(nn.Conv2d(3, 8, (3, 5), stride=(2, 1), padding=(0, 2), bias=False),
                                                     nn.ReLU()), nn.Flatten(), nn.Linear(8, 2, bias=False)))
    yield "options", repr(nn.Sequential(nn.Conv2d(4, 8, 7, dilation=2, groups=2), nn.MaxPool2d(3),
                                        nn.BatchNorm2d(8, eps=0.001, momentum=0.01), nn.Dropout(0.5), nn.Dropout(0),
                                        nn.BatchNorm2d(8, affine=False), nn.MaxPool2d((2, 3), stride=(1, 2), padding=1)))
    yield "size", repr(torch.Size([32, 1, 28, 28]))
    yield "size of a vector", repr(torch.Size([32]))
    yield "size of a scalar", repr(torch.Size([]))


class MyDataset(Dataset):
    def __init__(self, frame, label="label", channels=1, width=28, height=28):
        pixels = frame.copy()
        labels = pixels.pop(label)
        pixels = pixels.to_numpy() / 255
        pixels = pixels.reshape(-1, channels, width, height)
        self.xs = torch.tensor(pixels).float()
        self.ys = torch.tensor(labels.to_numpy())

    def __getitem__(self, index):
        return self.xs[index], self.ys[index]

    def __len__(self):
        return len(self.xs)


def read(directory, names):
    for name in names:
        for path in glob.glob(os.path.join(directory, f"sign_mnist_{name}.csv*")):
            frame = pd.read_csv(path)
            if frame["label"].max() == 24:
                frame.loc[frame["label"] > 9, "label"] -= 1
            return frame
    raise SystemExit(f"no file for {names} in {directory}")


def message(action):
    try:
        action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    raise SystemExit("this was expected to fail")


def errors(train, valid, model):
    def loss(dataset):
        x, y = next(iter(DataLoader(dataset, batch_size=32)))
        return F.cross_entropy(model(x), y)

    yield "label=labels", message(lambda: MyDataset(train, label="labels"))
    yield "label=5", message(lambda: MyDataset(train, label=5))
    for channels, width, height in ((3, 28, 28), (784, 28, 28), (1, 0, 28), (-1, 28, 28), (1, -28, 28), (1.0, 28, 28),
                                    (1, "28", 28), (1, 28, 28.5)):
        yield (f"channels={channels!r} width={width!r} height={height!r}",
               message(lambda: MyDataset(train, channels=channels, width=width, height=height)))
    yield "valid channels=3", message(lambda: MyDataset(valid, channels=3))
    yield "channels last", message(lambda: loss(MyDataset(train, channels=28, width=28, height=1)))
    yield "channels 784", message(lambda: loss(MyDataset(train, channels=784, width=1, height=1)))
    yield "wide", message(lambda: loss(MyDataset(train, channels=1, width=14, height=56)))
    yield "thin", message(lambda: loss(MyDataset(train, channels=1, width=1, height=784)))
    yield "label=pixel1", message(lambda: loss(MyDataset(train, label="pixel1")))
    yield "evaluate", message(lambda: model.evaluate())
    yield "training", message(lambda: model.training())
    yield "keyword", message(lambda: DataLoader(MyDataset(valid), batch_size=32, shufle=True))
    broken = cnn()
    broken[14] = nn.Linear(600, 512)
    yield "flattened 600", message(lambda: broken(torch.zeros(32, 1, 28, 28)))
    large = cnn()
    for index in (0, 4, 9):
        old = large[index]
        large[index] = nn.Conv2d(old.in_channels, old.out_channels, 7, padding=1)
    yield "kernel 7", message(lambda: large(torch.zeros(32, 1, 28, 28)))


def lesson(directory):
    train, valid = read(directory, ["train"]), read(directory, ["valid", "test"])
    first_rows = train.head().copy()
    first_rows.pop("label")
    first_x = first_rows.to_numpy()
    yield "peek", repr(first_x)
    yield "peek-shape", repr(first_x.shape)
    yield "reshape", repr(first_x.reshape(-1, 1, 28, 28).shape)
    twenty = train.head(20).copy()
    twenty.pop("label")
    yield "peek rows=20", repr(twenty.to_numpy())

    data = MyDataset(train)
    for size in (32, 7, 64):
        batch = next(iter(DataLoader(data, batch_size=size)))
        yield f"batch BATCH_SIZE={size}", repr(batch)
        yield f"batch-x-shape BATCH_SIZE={size}", repr(batch[0].shape)
        yield f"batch-y-shape BATCH_SIZE={size}", repr(batch[1].shape)
    torch.manual_seed(1)
    yield "batch shuffled seed=1", repr(next(iter(DataLoader(data, batch_size=32, shuffle=True))))
    yield "batch channels last", repr(next(iter(DataLoader(MyDataset(train, channels=28, height=1), batch_size=32))))
    yield "batch label=pixel1", repr(next(iter(DataLoader(MyDataset(train, label="pixel1"), batch_size=32))))

    model = cnn()
    yield "model", repr(model)
    yield "summary", repr(OptimizedModule(model))
    yield "parameters", repr(sum(p.numel() for p in model.parameters()))
    for name, text in errors(train, valid, model):
        yield f"error {name}", text


if __name__ == "__main__":
    write("prints.txt", prints())
    write("numbers.txt", numbers())
    write("modules.txt", modules())
    write("lesson.txt", lesson(sys.argv[1]))
