batch[0].shape
