x_train.min()
