IMG_HEIGHT = 28
IMG_WIDTH = 28
IMG_CHS = 1

# zh-CN: -1 表示“这一维由元素总数算出”，即图像的张数
# en: -1 means "work this one out from the count": the number of images
first_x = first_x.reshape(-1, IMG_CHS, IMG_HEIGHT, IMG_WIDTH)
first_x.shape
