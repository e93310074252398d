namespace AslTutorial.Training.Models;

/// <summary>What all the scripts of training steps need: the batch, the loss with its gradient, Adam, and validation's sums.</summary>
/// <remarks>
/// total is what <see cref="Loop.RunningTotals"/> keeps on the device: [0] the mean loss of every batch, [1] for every image
/// whether it was classified rightly, [2] the number of batches so far. Nothing here waits for the device, and nothing
/// that changes from step to step is a number of the script's: a step can be recorded once and replayed.
/// </remarks>
internal static class SharedScript
{
    public const string Text = """
        def batch_of(images, index, like):
            x = torch.index_select(images, 0, index)
            if x.is_floating_point():
                return x
            return x.to(like.dtype).div_(255.)

        def logits_gradient(logp, y, size: int):
            target = y.unsqueeze(1)
            d = logp.exp_()
            d.scatter_add_(1, target, torch.full_like(target, -1., dtype=d.dtype))
            return d.div_(size)

        def loss_and_gradient(out, y, index, total: List[Tensor]):
            logp = torch.log_softmax(out, 1)
            loss, weight = torch.nll_loss_forward(logp, y, None, 1, -100)
            total[0].index_copy_(0, total[2], loss.view([1]))
            total[1].index_copy_(0, index, out.argmax(1) == y)
            total[2].add_(1)
            return logits_gradient(logp, y, out.size(0))

        def in_memory_order(g):
            if g.dim() == 4:
                return g.permute([0, 2, 3, 1]).reshape([-1])
            return g.reshape([-1])

        def in_a_row(grads: List[Tensor]):
            # As PackedTensors lays out the parameters: each gradient, then zeros up to the next multiple of 32.
            gap = torch.zeros([32], dtype=grads[0].dtype, device=grads[0].device)
            parts: List[Tensor] = []
            for i in range(len(grads)):
                g = in_memory_order(grads[i])
                parts.append(g)
                rest = g.size(0) % 32
                if rest > 0:
                    parts.append(gap.slice(0, 0, 32 - rest))
            return parts

        def packed(grads: List[Tensor]):
            return torch.cat(in_a_row(grads))

        def adam_update(grads: List[Tensor], p: List[Tensor], m: List[Tensor], v: List[Tensor], s: List[Tensor], lr: Tensor):
            torch._fused_adam_(p, grads, m, v, [], s, lr=lr, beta1=0.9, beta2=0.999, weight_decay=0., eps=1e-8, amsgrad=False, maximize=False)

        def adam(grad, p: List[Tensor], m: List[Tensor], v: List[Tensor], s: List[Tensor], lr: Tensor):
            s[0].add_(1)
            adam_update(torch.split(grad, p[0].size(0)), p, m, v, s, lr)

        def tally(out, y, weights, loss_sum, confusion):
            loss = torch.gather(torch.log_softmax(out, 1), 1, y.unsqueeze(1)).squeeze(1).neg()
            loss_sum.add_((loss.to(weights.dtype) * weights).sum())
            confusion.add_(torch.bincount(y * 24 + out.argmax(1), minlength=576))
            return loss_sum
        """;
}
