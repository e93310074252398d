n_classes = 24
kernel_size = 3
flattened_size = 75 * 3 * 3

model = nn.Sequential(
    # zh-CN: 第一块
    # en: Block 1
    nn.Conv2d(IMG_CHS, 25, kernel_size, stride=1, padding=1),  # 25 x 28 x 28
    nn.BatchNorm2d(25),
    nn.ReLU(),
    nn.MaxPool2d(2, stride=2),                                 # 25 x 14 x 14
    # zh-CN: 第二块
    # en: Block 2
    nn.Conv2d(25, 50, kernel_size, stride=1, padding=1),       # 50 x 14 x 14
    nn.BatchNorm2d(50),
    nn.ReLU(),
    nn.Dropout(.2),
    nn.MaxPool2d(2, stride=2),                                 # 50 x 7 x 7
    # zh-CN: 第三块
    # en: Block 3
    nn.Conv2d(50, 75, kernel_size, stride=1, padding=1),       # 75 x 7 x 7
    nn.BatchNorm2d(75),
    nn.ReLU(),
    nn.MaxPool2d(2, stride=2),                                 # 75 x 3 x 3
    # zh-CN: 分类头
    # en: Head
    nn.Flatten(),                                              # 675
    nn.Linear(flattened_size, 512),
    nn.Dropout(.3),
    nn.ReLU(),
    nn.Linear(512, n_classes),                                 # 24
)
