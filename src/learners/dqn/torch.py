def max_backup(options, nets, targets, s2):
    ahead = targets["q"](s2)
    if options["double"]:
        return ahead.gather(1, nets["q"](s2).argmax(1, keepdim=True))[:, 0]
    return ahead.max(1).values


def bellman(nets, batch, backup):
    """The squared error to a constant target, and Q(s, ·)."""
    s, a, r, _, d = batch
    y = r + GAMMA * (1 - d) * backup
    q = nets["q"](s)
    return F.mse_loss(taken(q, a), y), q


@loss_of("dqn", q=4)
def dqn_loss(options, nets, targets, batch):
    with torch.no_grad():
        backup = max_backup(options, nets, targets, batch[3])
    return bellman(nets, batch, backup)[0]
