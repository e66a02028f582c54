import math

try:
    import torch
    from torch import nn
    from torch.nn import functional as F
except ImportError:
    torch = None
    print("Not installed; `pip install torch` for this part.")


def network(outputs):
    """From the numbers of states to their outputs, (rows, outputs), or (rows,) for a single one."""
    # PyTorch's own initialisation is the playground's: uniform within 1/sqrt(fan_in).
    width, seen = TRAINING["width"], torch.from_numpy(features(TRAINING["encoding"]))
    sizes = [seen.shape[1], width, width, outputs]
    first, second, last = (nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
    layers = [nn.Embedding.from_pretrained(seen), first, nn.ReLU(), second, nn.ReLU(), last]
    return nn.Sequential(*layers, *([nn.Flatten(0)] if outputs == 1 else []))


def pick(values, action):
    """Of values of all actions (rows, 4) those of one action a row."""
    return values.gather(1, action[:, None])[:, 0]


def only(values, mask, other=-3e38):
    """Values of the actions in a mask, the others put out of reach; a row without any has all."""
    return values.where(mask | ~mask.any(1, keepdim=True), torch.tensor(other).to(values))


def greedy(scores):
    """The policy that takes the first of the largest."""
    return F.one_hot(scores.argmax(1), 4).to(scores)


# By learner: its loss, how it is read, its networks with the outputs of each, and which have targets.
LOSSES, READOUTS, NETWORKS, TARGETS = {}, {}, {}, {}


def loss_of(*learners, networks, targets={}):
    def register(loss):
        for name in learners:
            LOSSES[name], NETWORKS[name], TARGETS[name] = loss, networks, targets
        return loss

    return register


def readout_of(*learners):
    def register(readout):
        READOUTS.update(dict.fromkeys(learners, readout))
        return readout

    return register
