#!/usr/bin/env python3
"""Writes dense.txt: what real numpy, pandas and PyTorch print for the cells of lesson 2, on the real data.

    python3 tests/golden/make_dense_golden.py DIRECTORY_OF_THE_TWO_CSV_FILES

Made with numpy 1.24.2, pandas 1.5.3 and PyTorch 1.13. The table is printed as in a terminal of 80 characters, where pandas
shows as many columns as fit.
"""
import sys

import numpy as np
import pandas as pd
import torch
import torch.nn as nn
from torch.utils.data import DataLoader, Dataset

from make_golden import OptimizedModule, message, read, write

pd.set_option("display.max_columns", 0)

OPERATIONS = ("/ 255", "/ 255.0", "* (1 / 255)", "/ 256", "/ 65025", "- 255", "- 127.5", "// 255", "* 255", "% 255", "/ 0",
              "// 0", "% 0", "** 2", "+ 1", "// 100.0", "% 100.0", "** 0.5", "* True", "/ x.max()", "/ x.min()")


class MyDataset(Dataset):
    def __init__(self, x_df, y_df):
        self.xs = torch.tensor(x_df).float()
        self.ys = torch.tensor(y_df)

    def __getitem__(self, index):
        return self.xs[index], self.ys[index]

    def __len__(self):
        return len(self.xs)


def dense(inputs=784, hidden=512, outputs=24, first=None, second=None, after=None):
    layers = [nn.Flatten(), nn.Linear(inputs, 512), nn.ReLU() if first is None else first, nn.Linear(hidden, 512),
              nn.ReLU() if second is None else second, nn.Linear(512, outputs)]
    return nn.Sequential(*layers, *([] if after is None else [after]))


def errors(x, y):
    yield "inputs=28", message(lambda: dense(inputs=28)(x))
    yield "inputs=785", message(lambda: dense(inputs=785)(x))
    yield "hidden=784", message(lambda: dense(hidden=784)(x))
    yield "outputs=10", message(lambda: nn.functional.cross_entropy(dense(outputs=10)(x), y))
    yield "inputs=-1", message(lambda: dense(inputs=-1))
    yield "first=nn.ReLU", message(lambda: dense(first=nn.ReLU))
    yield "first='relu'", message(lambda: dense(first="relu"))
    yield "first=0", message(lambda: dense(first=0))
    yield "first=nn.relu()", message(lambda: nn.relu())
    output = dense()(x)
    pred = output.argmax(dim=1, keepdim=True)
    yield "output=y", message(lambda: y.argmax(dim=1, keepdim=True))
    yield "labels=output", message(lambda: pred.eq(output.view_as(pred)))
    yield "output=N", message(lambda: (5).argmax(dim=1))
    yield "labels=N", message(lambda: pred.eq((5).view_as(pred)))
    yield "count=y", message(lambda: f"{0 + 3 / y:.4f}")
    yield "count=None", message(lambda: 3 / None)
    yield "count='32'", message(lambda: 3 / "32")
    yield "count=0", message(lambda: 3 / 0)


def lesson(directory):
    train_df, valid_df = read(directory, ["train"]), read(directory, ["valid", "test"])
    yield "head", repr(train_df.head())
    y_train, y_valid = train_df.pop("label"), valid_df.pop("label")
    yield "labels", repr(y_train)
    yield "labels of 60", repr(y_train[:60])
    yield "labels of 61", repr(y_train[:61])
    yield "labels of 3", repr(y_train[:3])
    x_train, x_valid = train_df.values, valid_df.values
    yield "images", repr(x_train)
    yield "x-train-shape", repr(x_train.shape)
    yield "y-train-shape", repr(y_train.shape)
    yield "x-valid-shape", repr(x_valid.shape)
    yield "y-valid-shape", repr(y_valid.shape)
    yield "pictures", repr(list(y_train[:20]))
    yield "min", repr(x_train.min())
    yield "max", repr(x_train.max())
    with np.errstate(all="ignore"):
        for operation in OPERATIONS:
            x = x_train
            result = eval(f"x {operation}")
            yield f"x_train {operation}", repr(result)
            yield f"x_train {operation} range", f"{result.min()!r} {result.max()!r} {result.dtype}"
    x_train, x_valid = x_train / 255, x_valid / 255
    torch.manual_seed(1)
    loader = DataLoader(MyDataset(x_train, y_train), batch_size=32, shuffle=True)
    yield "loader", repr(loader)
    batch = next(iter(loader))
    yield "batch seed=1", repr(batch)
    yield "batch-x-shape", repr(batch[0].shape)
    yield "batch-y-shape", repr(batch[1].shape)
    yield "summary", repr(OptimizedModule(dense()))
    yield "layers", repr(nn.Sequential(nn.Identity(), nn.Sigmoid(), nn.Tanh(), nn.GELU(), nn.LeakyReLU(), nn.Softmax(dim=1), nn.LogSoftmax(dim=1)))
    yield "parameters", repr(sum(p.numel() for p in dense().parameters()))
    for name, text in errors(*batch):
        yield f"error {name}", text


if __name__ == "__main__":
    write("dense.txt", lesson(sys.argv[1]))
