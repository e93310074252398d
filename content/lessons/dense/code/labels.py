y_train = train_df.pop("label")
y_valid = valid_df.pop("label")
y_train
