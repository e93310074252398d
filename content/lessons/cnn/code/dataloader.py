BATCH_SIZE = ⟪BATCH_SIZE⟫

train_data = MyDataset(train_df)
train_loader = DataLoader(train_data, batch_size=BATCH_SIZE, ⟦train_shuffle⟧)
train_N = len(train_loader.dataset)

valid_data = MyDataset(valid_df)
valid_loader = DataLoader(valid_data, batch_size=BATCH_SIZE, ⟦valid_shuffle⟧)
valid_N = len(valid_loader.dataset)
