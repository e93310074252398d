train_df.head()
