x_valid.shape
