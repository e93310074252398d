def get_batch_accuracy(output, y, N):
    # zh-CN: 24 个输出里最大的那个，就是模型选的字母
    # en: The largest of the 24 outputs is the letter the model picks
    pred = ⟦output⟧.argmax(dim=1, keepdim=True)
    correct = pred.eq(⟦labels⟧.view_as(pred)).sum().item()
    return correct / ⟦count⟧
