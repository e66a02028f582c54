@loss_of("iql", q1=4, q2=4, v=1, policy=4)
def iql_loss(options, nets, targets, batch):
    s, a, r, s2, d = batch
    v = nets["v"](s)[:, 0]
    with torch.no_grad():
        value = torch.minimum(taken(targets["q1"](s), a), taken(targets["q2"](s), a))
        u = value - v
        side = (options["expectile"] - (u < 0).float()).abs()
        weight = torch.exp(options["beta"] * u).clamp(max=100)
        y = r + GAMMA * (1 - d) * nets["v"](s2)[:, 0]
    expectile = (side * (value - v) ** 2).mean()
    critics = sum(F.mse_loss(taken(nets[q](s), a), y) for q in ("q1", "q2"))
    imitation = F.cross_entropy(nets["policy"](s), a, reduction="none")
    return expectile + critics + (weight * imitation).mean()
