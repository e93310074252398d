x_train.shape
