x_train = x_train / 255
x_valid = x_valid / 255
