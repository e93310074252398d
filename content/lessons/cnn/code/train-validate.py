def ⟦first_name⟧():
    loss = 0
    accuracy = 0

    model.⟦first_mode⟧()
    with torch.no_grad():
        for x, y in ⟦first_loader⟧:
            output = model(x)
            loss += loss_function(output, y).item()
            accuracy += get_batch_accuracy(output, y, valid_N)
    print(f"⟦first_word⟧ - Loss: {loss:.4f} Accuracy: {accuracy:.4f}")


def ⟦second_name⟧():
    loss = 0
    accuracy = 0

    model.⟦second_mode⟧()
    for x, y in ⟦second_loader⟧:
        output = model(x)
        optimizer.zero_grad()
        batch_loss = loss_function(output, y)
        batch_loss.backward()
        optimizer.step()

        loss += batch_loss.item()
        accuracy += get_batch_accuracy(output, y, train_N)
    print(f"⟦second_word⟧ - Loss: {loss:.4f} Accuracy: {accuracy:.4f}")
