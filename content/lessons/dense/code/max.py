x_train.max()
