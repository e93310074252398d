namespace AslTutorial.Training.Models;

/// <summary>
/// What the CNN does when a learner's function sets the other mode than the lesson's: a training step in eval mode, and a
/// measuring pass in training mode. Built of the parts of <see cref="CnnScript"/>, and compared as that is.
/// </summary>
/// <remarks>
/// In eval mode batch normalisation is a factor and a sum for each filter that do not depend on the batch. So it is folded
/// into the convolution as validation folds it, and the gradients of the folded filter and shift are taken apart again.
/// </remarks>
internal static class CnnRecipeScript
{
    public const string Text = """
        def unfold(against, dshift, w, bias, gamma, mean_run, var_run):
            inv = torch.rsqrt(var_run + 1e-5)
            scale = gamma * inv
            dscale = (against * w).sum([1, 2, 3]) + dshift * (bias - mean_run)
            return against * scale.view([-1, 1, 1, 1]), dshift * scale, dscale * inv, dshift

        def eval_forward(x, w: List[Tensor], p: List[Tensor]):
            z1, r1, where1 = first_block(x, w[0], w[1])
            z2, r2, where2 = first_block(r1, w[2], w[3])
            z3, r3, where3 = first_block(r2, w[4], w[5])
            flat = r3.reshape([x.size(0), -1])
            hidden = torch.addmm(p[13], flat, p[12].t()).relu_()
            return z1, r1, where1, z2, r2, where2, z3, r3, where3, flat, hidden, torch.addmm(p[15], hidden, p[14].t())

        def eval_backward(d, x, w: List[Tensor], p: List[Tensor], b: List[Tensor], z1, r1, where1, z2, r2, where2, z3, r3, where3, hidden):
            dhidden = torch.threshold_backward(torch.mm(d, p[14]), hidden, 0.)
            dr3 = torch.mm(dhidden, p[12]).view(r3.size()).contiguous(memory_format=2)
            dz3 = pool_backward(torch.threshold_backward(dr3, r3, 0.), z3, where3)
            dr2, against3, dshift3 = conv_backward(dz3, r2, w[4], True)
            dz2 = pool_backward(torch.threshold_backward(dr2, r2, 0.), z2, where2)
            dr1, against2, dshift2 = conv_backward(dz2, r1, w[2], True)
            dz1 = pool_backward(torch.threshold_backward(dr1, r1, 0.), z1, where1)
            none, against1, dshift1 = conv_backward(dz1, x, w[0], False)

            dw1, db1, dgamma1, dbeta1 = unfold(against1, dshift1, p[0], p[1], p[2], b[0], b[1])
            dw2, db2, dgamma2, dbeta2 = unfold(against2, dshift2, p[4], p[5], p[6], b[3], b[4])
            dw3, db3, dgamma3, dbeta3 = unfold(against3, dshift3, p[8], p[9], p[10], b[6], b[7])
            return [filters(dw1), db1, dgamma1, dbeta1, dw2, db2, dgamma2, dbeta2, dw3, db3, dgamma3, dbeta3], dhidden

        def cnn_eval_step(images, labels, index, p: List[Tensor], b: List[Tensor], pieces: List[Tensor],
                          m: List[Tensor], v: List[Tensor], s: List[Tensor], lr: Tensor, total: List[Tensor]):
            x = batch_of(images, index, p[0]).view([-1, 1, 28, 28])
            y = torch.index_select(labels, 0, index)
            w = cnn_prepare(p, b)
            z1, r1, where1, z2, r2, where2, z3, r3, where3, flat, hidden, out = eval_forward(x, w, p)
            d = loss_and_gradient(out, y, index, total)
            convolutions, dhidden = eval_backward(d, x, w, p, b, z1, r1, where1, z2, r2, where2, z3, r3, where3, hidden)
            grads = convolutions + [torch.mm(dhidden.t(), flat), dhidden.sum([0]), torch.mm(d.t(), hidden), d.sum([0])]
            adam(packed(grads), pieces, m, v, s, lr)
            return grads

        def cnn_train_logits(images, moments, index, p: List[Tensor], b: List[Tensor], keep2, keep4):
            x = batch_of(images, index, p[0]).view([-1, 1, 28, 28])
            patch, w1, w1mean, w1cov, inv1, scale1, folded1, shift1 = fold_first(moments, index, p, b)
            r1 = torch.max_pool2d(torch.conv2d(x, folded1, shift1, [1, 1], [1, 1]), [2, 2]).relu_()
            z2, centred2, inv2 = normalize(rows(torch.conv2d(r1, p[4], p[5], [1, 1], [1, 1])), p[6], p[7], b[3], b[4], b[5])
            q2 = torch.max_pool2d(maps(z2.mul_(keep2).relu_(), 14), [2, 2]).mul_(1.25)
            z3, centred3, inv3 = normalize(rows(torch.conv2d(q2, p[8], p[9], [1, 1], [1, 1])), p[10], p[11], b[6], b[7], b[8])
            r3 = torch.max_pool2d(maps(z3, 7), [2, 2]).relu_()
            kept = torch.addmm(p[13], r3.reshape([x.size(0), -1]), p[12].t()).mul_(keep4).relu_().mul_(1. / 0.7)
            return torch.addmm(p[15], kept, p[14].t())
        """;
}
