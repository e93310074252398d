#!/usr/bin/env python3
"""Writes what lesson 2's widget shows: units of a trained first layer, and a hand.

    AslTutorial.Training train --data DATA --model dense --epochs 20 --seed 1 --threads 1 --device cpu --checkpoint DIR
    python3 tests/figures/make_dense_units.py DIR/checkpoint-000020.safetensors DATA

The 24 units are those that move most, over the first 400 training images, what the second layer gets. Each weight is kept as a
byte, in 127ths of the unit's largest. The hand is the first training image.
"""
import base64
import glob
import gzip
import json
import os
import struct
import sys

import numpy as np

TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "AslTutorial.Web", "Lessons", "Dense", "TrainedUnits.cs")
UNITS = 24
IMAGES = 400


def tensors(path):
    with open(path, "rb") as file:
        data = file.read()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + length])
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = entry["data_offsets"]
            yield name, np.frombuffer(data[8 + length + begin:8 + length + end], "<f4").reshape(entry["shape"])


def images(folder):
    path = glob.glob(os.path.join(folder, "sign_mnist_train.csv*"))[0]
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as file:
        next(file)
        return np.array([[int(value) for value in next(file).split(",")[1:]] for _ in range(IMAGES)])


def main(checkpoint, folder):
    net, pixels = dict(tensors(checkpoint)), images(folder)
    weights, bias = net["net.1.weight"], net["net.1.bias"]
    active = np.maximum(0, pixels / 255 @ weights.T + bias)
    chosen = np.argsort(-active.std(0) * np.abs(net["net.3.weight"]).sum(0))[:UNITS]
    lines = []
    for unit in chosen:
        largest = float(np.abs(weights[unit]).max())
        rounded = np.round(weights[unit] / largest * 127).astype(np.int8)
        lines.append(f'        new({largest:.5f}, {bias[unit]:.5f}, "{base64.b64encode(rounded.tobytes()).decode()}"),')
    hand = base64.b64encode(pixels[0].astype(np.uint8).tobytes()).decode()
    with open(TARGET, "w", newline="\n") as file:
        file.write(f'''namespace AslTutorial.Web.Lessons.Dense;

/// <summary>
/// {UNITS} units of the first layer of a dense net after 20 epochs on Sign Language MNIST (seed 1), and the first image of its
/// training set, a D. Written by tests/figures/make_dense_units.py; not to be edited.
/// </summary>
internal static class TrainedUnits
{{
    public static IReadOnlyList<DenseUnit> All {{ get; }} =
    [
{chr(10).join(lines)}
    ];

    /// <summary>Row-major, 28 x 28.</summary>
    public static IReadOnlyList<byte> Hand {{ get; }} = Convert.FromBase64String("{hand}");
}}
''')


if __name__ == "__main__":
    main(*sys.argv[1:])
