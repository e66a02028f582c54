try:
    import torch
    from torch import nn
    from torch.nn import functional as F
except ImportError:
    torch = None
    print("Not installed; `pip install torch` for this part.")


def network(outputs):
    # PyTorch's own initialisation is the playground's: uniform within 1/sqrt(fan_in).
    width = TRAINING["width"]
    sizes = [features(TRAINING["encoding"]).shape[1], width, width, outputs]
    first, second, last = (nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
    return nn.Sequential(first, nn.ReLU(), second, nn.ReLU(), last)


def taken(table, action):
    """Of a table (batch, 4) what belongs to the actions taken."""
    return table.gather(1, action[:, None])[:, 0]


# By kind of learner: its loss as its paper writes it, and its networks with the outputs of each.
LOSSES, OUTPUTS = {}, {}


def loss_of(kind, **outputs):
    def register(loss):
        LOSSES[kind], OUTPUTS[kind] = loss, outputs
        return loss

    return register
