batch[1].shape
