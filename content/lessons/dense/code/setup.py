# zh-CN: 表格、数组与图
# en: Tables, arrays and pictures
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt

# zh-CN: 张量、层、优化器与数据管道
# en: Tensors, layers, optimizers and the data pipeline
import torch
import torch.nn as nn
from torch.optim import Adam
from torch.utils.data import DataLoader, Dataset

# zh-CN: 有 GPU 就用 GPU，没有就用 CPU
# en: A GPU if there is one, the CPU otherwise
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
torch.cuda.is_available()
