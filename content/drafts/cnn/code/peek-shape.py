first_x.shape
