@loss_of("bc", policy=4)
def bc_loss(options, nets, targets, batch):
    s, a, *_ = batch
    return F.cross_entropy(nets["policy"](s), a)  # -mean log π(a|s)
