train_df = pd.read_csv("data/asl/sign_mnist_train.csv")
valid_df = pd.read_csv("data/asl/sign_mnist_valid.csv")

# zh-CN: 有的文件里标签是 0-24、空出 9（J），有的是连续的 0-23；统一成后者
# en: Some copies label 0-24 and leave out 9 (J), others count 0-23: make it the latter
for frame in (train_df, valid_df):
    if frame["label"].max() == 24:
        frame.loc[frame["label"] > 9, "label"] -= 1
