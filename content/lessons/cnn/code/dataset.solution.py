class MyDataset(Dataset):
    def __init__(self, frame):
        pixels = frame.copy()
        labels = pixels.pop("label")
        pixels = pixels.to_numpy() / 255
        pixels = pixels.reshape(-1, IMG_CHS, IMG_HEIGHT, IMG_WIDTH)
        self.xs = torch.tensor(pixels).float().to(device)
        self.ys = torch.tensor(labels.to_numpy()).to(device)

    def __getitem__(self, index):
        return self.xs[index], self.ys[index]

    def __len__(self):
        return len(self.xs)
