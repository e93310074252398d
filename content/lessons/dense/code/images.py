x_train = train_df.values
x_valid = valid_df.values
x_train
