num_images = ⟪num_images⟫

plt.figure(figsize=(40, 40))
for i in range(num_images):
    # zh-CN: 一行 784 个数排回 28 × 28，才看得出是手
    # en: A row of 784 numbers becomes 28 x 28 again, and a hand
    image = x_train[i].reshape(28, 28)
    plt.subplot(1, num_images, i + 1)
    plt.title(y_train[i])
    plt.axis("off")
    plt.imshow(image, cmap="gray")

list(y_train[:num_images])
