input_size = 28 * 28
n_classes = 24

model = nn.Sequential(
    nn.Flatten(),
    nn.Linear(⟦inputs⟧, 512),
    ⟦first_activation⟧,
    nn.Linear(⟦hidden⟧, 512),
    ⟦second_activation⟧,
    nn.Linear(512, ⟦outputs⟧),
    ⟦after⟧
)
