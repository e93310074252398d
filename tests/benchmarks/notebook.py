#!/usr/bin/env python3
"""The lesson's training as a notebook writes it in PyTorch: the yardstick for this project's trainer.

A Dataset that hands out one image at a time, a DataLoader that collates them, .item() in every step. Prints one JSON
object an epoch: {"epoch", "trainLossSum", "trainAccuracy", "validLossSum", "validAccuracy", "seconds", "trainSeconds"}.
"""
import argparse
import glob
import json
import os
import time

import pandas as pd
import torch
import torch.nn as nn
from torch.optim import Adam
from torch.utils.data import DataLoader, Dataset


class Signs(Dataset):
    def __init__(self, frame, device):
        frame = frame.copy()
        labels = frame.pop("label")
        # 0-24 without 9 becomes 0-23, as the nets here have 24 outputs.
        codes = {code: place for place, code in enumerate(sorted(labels.unique()))}
        self.xs = torch.tensor(frame.values / 255).float().reshape(-1, 1, 28, 28).to(device)
        self.ys = torch.tensor([codes[label] for label in labels]).to(device)

    def __getitem__(self, index):
        return self.xs[index], self.ys[index]

    def __len__(self):
        return len(self.xs)


def table(folder, *names):
    for name in names:
        found = sorted(glob.glob(os.path.join(folder, name + ".csv*")))
        if found:
            return pd.read_csv(found[0])
    raise SystemExit(f"There is no {names[0]}.csv or .csv.gz in {folder}.")


def net():
    return nn.Sequential(
        nn.Conv2d(1, 25, 3, stride=1, padding=1), nn.BatchNorm2d(25), nn.ReLU(), nn.MaxPool2d(2, stride=2),
        nn.Conv2d(25, 50, 3, stride=1, padding=1), nn.BatchNorm2d(50), nn.ReLU(), nn.Dropout(0.2), nn.MaxPool2d(2, stride=2),
        nn.Conv2d(50, 75, 3, stride=1, padding=1), nn.BatchNorm2d(75), nn.ReLU(), nn.MaxPool2d(2, stride=2),
        nn.Flatten(), nn.Linear(75 * 3 * 3, 512), nn.Dropout(0.3), nn.ReLU(), nn.Linear(512, 24))


def accuracy(output, y, count):
    return output.argmax(dim=1).eq(y).sum().item() / count


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--epochs", type=int, default=1)
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--batch-size", type=int, default=32)
    arguments.add_argument("--compile", action="store_true", help="torch.compile the model, as the course does on a GPU")
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

    train_data = Signs(table(options.data, "sign_mnist_train"), device)
    valid_data = Signs(table(options.data, "sign_mnist_valid", "sign_mnist_test"), device)
    train_loader = DataLoader(train_data, batch_size=options.batch_size, shuffle=True)
    valid_loader = DataLoader(valid_data, batch_size=options.batch_size)
    train_n, valid_n = len(train_data), len(valid_data)

    model = net().to(device)
    if options.compile:
        model = torch.compile(model)
    loss_function = nn.CrossEntropyLoss()
    optimizer = Adam(model.parameters())

    for epoch in range(options.epochs):
        start = time.perf_counter()
        train_loss = train_accuracy = valid_loss = valid_accuracy = 0.0
        model.train()
        for x, y in train_loader:
            output = model(x)
            optimizer.zero_grad()
            batch_loss = loss_function(output, y)
            batch_loss.backward()
            optimizer.step()
            train_loss += batch_loss.item()
            train_accuracy += accuracy(output, y, train_n)
        trained = time.perf_counter()

        model.eval()
        with torch.no_grad():
            for x, y in valid_loader:
                output = model(x)
                valid_loss += loss_function(output, y).item()
                valid_accuracy += accuracy(output, y, valid_n)
        print(json.dumps({
            "epoch": epoch, "trainLossSum": train_loss, "trainAccuracy": train_accuracy,
            "validLossSum": valid_loss, "validAccuracy": valid_accuracy,
            "seconds": time.perf_counter() - start, "trainSeconds": trained - start}), flush=True)


if __name__ == "__main__":
    main()
