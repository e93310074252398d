batch = next(iter(train_loader))
batch
