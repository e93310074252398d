# zh-CN: 前五行，去掉标签，只留像素
# en: The first five rows, without the label: pixels only
first_rows = train_df.head(⟪rows⟫).copy()
first_rows.pop("label")
first_x = first_rows.to_numpy()
first_x
