namespace AslTutorial.Training.Models;

/// <summary>What both nets' scripts need: the loss with its gradient, the running totals, Adam, and validation's totals.</summary>
/// <remarks>
/// total holds, on the device: [0] sum over the batches of the mean loss (float64), [1] images classified rightly (int64),
/// [2] the first batch whose loss was not finite, or -1 (int64). Nothing here waits for the device.
/// </remarks>
internal static class SharedScript
{
    public const string Text = """
        def loss_and_gradient(out, y, total: List[Tensor], batch: int):
            size = out.size(0)
            target = y.unsqueeze(1)
            logp = torch.log_softmax(out, 1)
            loss = torch.gather(logp, 1, target).sum().neg().div(size)
            total[0].add_(loss)
            total[1].add_((out.argmax(1) == y).sum())
            bad = torch.logical_and(total[2] < 0, torch.logical_not(torch.isfinite(loss)))
            total[2].masked_fill_(bad, batch)
            d = logp.exp_()
            d.scatter_add_(1, target, torch.full_like(target, -1., dtype=d.dtype))
            return d.div_(size)

        def same_layout(g, p):
            if g.stride() == p.stride():
                return g
            return torch.empty_like(p).copy_(g)

        def adam(p: List[Tensor], grads: List[Tensor], m: List[Tensor], v: List[Tensor], s: List[Tensor], lr: float):
            g: List[Tensor] = []
            for i in range(len(p)):
                g.append(same_layout(grads[i], p[i]))
            s[0].add_(1)
            torch._fused_adam_(p, g, m, v, [], s, lr=lr, beta1=0.9, beta2=0.999, weight_decay=0., eps=1e-8, amsgrad=False, maximize=False)

        def tally(out, y, weights, total: List[Tensor], confusion):
            loss = torch.gather(torch.log_softmax(out, 1), 1, y.unsqueeze(1)).squeeze(1).neg()
            total[0].add_((loss.to(weights.dtype) * weights).sum())
            guess = out.argmax(1)
            total[1].add_((guess == y).sum())
            confusion.add_(torch.bincount(y * 24 + guess, minlength=576))
            return total[0]
        """;
}
