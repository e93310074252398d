n_classes = 24
kernel_size = ⟪kernel_size⟫
flattened_size = ⟪flattened_size⟫

model = nn.Sequential(
    # zh-CN: 第一块
    # en: Block 1
    nn.Conv2d(IMG_CHS, 25, kernel_size, stride=1, padding=1),  # ⟨layer.0.shape|25 x 28 x 28⟩
    nn.BatchNorm2d(25),
    nn.ReLU(),
    nn.MaxPool2d(2, stride=2),                                 # ⟨layer.3.shape|25 x 14 x 14⟩
    # zh-CN: 第二块
    # en: Block 2
    nn.Conv2d(25, 50, kernel_size, stride=1, padding=1),       # ⟨layer.4.shape|50 x 14 x 14⟩
    nn.BatchNorm2d(50),
    nn.ReLU(),
    nn.Dropout(⟪dropout_block2⟫),
    nn.MaxPool2d(2, stride=2),                                 # ⟨layer.8.shape|50 x 7 x 7⟩
    # zh-CN: 第三块
    # en: Block 3
    nn.Conv2d(50, 75, kernel_size, stride=1, padding=1),       # ⟨layer.9.shape|75 x 7 x 7⟩
    nn.BatchNorm2d(75),
    nn.ReLU(),
    nn.MaxPool2d(2, stride=2),                                 # ⟨layer.12.shape|75 x 3 x 3⟩
    # zh-CN: 分类头
    # en: Head
    nn.Flatten(),                                              # ⟨layer.13.shape|675⟩
    nn.Linear(flattened_size, 512),
    nn.Dropout(⟪dropout_head⟫),
    nn.ReLU(),
    nn.Linear(512, n_classes),                                 # ⟨layer.17.shape|24⟩
)
