epochs = 20

for epoch in range(epochs):
    print(f"Epoch: {epoch}")
    train()
    validate()
