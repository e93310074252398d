y_train.shape
