@loss_of("cql", q=4)
def cql_loss(options, nets, targets, batch):
    s, a, _, s2, _ = batch
    with torch.no_grad():
        if options["backup"] == "softmax":
            ahead = targets["q"](s2)
            backup = (ahead.softmax(1) * ahead).sum(1)
        else:
            backup = max_backup(options, nets, targets, s2)
    error, q = bellman(nets, batch, backup)
    if options["penalty"] == "exact":
        kappa = options["temperature"]
        pushed_down = kappa * (q / kappa).logsumexp(1)
    else:  # the common sketch: one random action, of which logsumexp is the identity
        pushed_down = q.gather(1, torch.randint(4, (len(s), 1)))[:, 0]
    return error + options["alpha"] * (pushed_down - taken(q, a)).mean()
