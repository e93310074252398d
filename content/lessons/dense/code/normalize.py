x_train = x_train ⟦train⟧
x_valid = x_valid ⟦valid⟧
