y_valid.shape
