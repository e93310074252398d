namespace AslTutorial.Training.Models;

/// <summary>
/// The CNN's training step and its validation, forward and backward, written out in TorchScript, so that a step is one
/// call into libtorch without autograd. docs/decisions says why, and where this differs from the lesson's text in the
/// order of operations (never in what they compute): tests compare it in float64 with the net written as in the lesson.
/// </summary>
/// <remarks>
/// Activations are channels-last. Block 1 exploits that its convolution reads the image itself: every output is a linear
/// function of a 3 x 3 patch, so the batch's mean and variance of each filter follow from the mean and covariance of
/// the patches (sums kept for each image, see PatchMoments), and batch normalisation becomes part of the filter.
/// </remarks>
internal static class CnnScript
{
    public const string Text = """
        def rows(x):
            return x.permute([0, 2, 3, 1]).reshape([-1, x.size(1)])

        def maps(x, side: int):
            return x.view([-1, side, side, x.size(1)]).permute([0, 3, 1, 2])

        def track(running: Tensor, value: Tensor):
            return running.mul_(0.9).add_(value, alpha=0.1)

        def centre(y):
            mean = y.sum([0]) / y.size(0)
            centred = y - mean
            return mean, centred, (centred * centred).sum([0])

        def normalize(y, gamma, beta, mean_run, var_run, count):
            n = y.size(0)
            mean, centred, squares = centre(y)
            var = squares / n
            inv = torch.rsqrt(var + 1e-5)
            track(mean_run, mean)
            track(var_run, var * (float(n) / max(n - 1, 1)))
            count.add_(1)
            return torch.addcmul(beta, centred, gamma * inv), centred, inv

        def sums_backward(dz, centred):
            return dz.sum([0]), (dz * centred).sum([0])

        def spread_backward(dz, centred, shift, slope, scale):
            return torch.addcmul(shift, centred, slope).addcmul_(dz, scale)

        def normalize_backward(dz, centred, gamma, inv):
            n = float(centred.size(0))
            dbeta, product = sums_backward(dz, centred)
            dgamma = product * inv
            scale = gamma * inv
            dy = spread_backward(dz, centred, dbeta * scale / -n, scale * inv * dgamma / -n, scale)
            return dy, dgamma, dbeta

        def pool_backward(d, x, where):
            return torch.max_pool2d_with_indices_backward(d, x, [2, 2], [2, 2], [0, 0], [1, 1], False, where)

        def conv_backward(d, x, w, input: bool):
            return torch.convolution_backward(d, x, w, [w.size(0)], [1, 1], [1, 1], [1, 1], False, [0, 0], 1, [input, True, True])

        def filters(w):
            side = int(round((w.numel() // 25) ** 0.5))
            return w.reshape([25, side * side]).as_strided([25, 1, side, side], [side * side, 1, side, 1])

        def fold_first(moments, index, p: List[Tensor], b: List[Tensor]):
            n = float(index.size(0) * 784)
            moment = torch.index_select(moments, 0, index).sum([0]) / n
            patch = moment.slice(0, 0, 9)
            covariance = moment.slice(0, 9, 90).view([9, 9]) - torch.outer(patch, patch)
            w = p[0].reshape([25, 9]).to(moment.dtype)
            wmean = torch.mv(w, patch)
            wcov = torch.mm(w, covariance)
            var = (wcov * w).sum([1])
            inv = torch.rsqrt(var + 1e-5)
            scale = p[2].to(moment.dtype) * inv
            track(b[0], (wmean + p[1]).to(p[1].dtype))
            track(b[1], (var * (n / (n - 1.))).to(p[1].dtype))
            b[2].add_(1)
            folded = filters((w * scale.unsqueeze(1)).to(p[0].dtype))
            return patch, w, wmean, wcov, inv, scale, folded, (p[3] - scale * wmean).to(p[3].dtype)

        def first_backward(dz, x, patch, w, wmean, wcov, inv, scale, folded):
            none, against, dbeta = conv_backward(dz, x, folded, False)
            g = against.reshape([25, 9]).to(w.dtype)
            sums = dbeta.to(w.dtype)
            dgamma = ((g * w).sum([1]) - sums * wmean) * inv
            dw = (g - torch.outer(sums, patch) - (dgamma * inv).unsqueeze(1) * wcov) * scale.unsqueeze(1)
            return filters(dw.to(dz.dtype)), dgamma.to(dz.dtype), dbeta

        def first_block(x, folded, shift):
            z = torch.conv2d(x, folded, shift, [1, 1], [1, 1])
            p, where = torch.max_pool2d_with_indices(z, [2, 2], [2, 2])
            return z, p.relu_(), where

        def second_block(z, keep):
            r = maps(z.mul_(keep).relu_(), 14)
            p, where = torch.max_pool2d_with_indices(r, [2, 2], [2, 2])
            return r, where, p.mul_(1.25)

        def third_block(z):
            m = maps(z, 7)
            p, where = torch.max_pool2d_with_indices(m, [2, 2], [2, 2])
            return m, where, p.relu_()

        def head(r3, keep, p: List[Tensor]):
            flat = r3.reshape([r3.size(0), 675])
            kept = torch.addmm(p[13], flat, p[12].t()).mul_(keep).relu_().mul_(1. / 0.7)
            return flat, kept, torch.addmm(p[15], kept, p[14].t())

        def head_backward(d, kept, p: List[Tensor]):
            dkept = torch.threshold_backward(torch.mm(d, p[14]), kept, 0.).mul_(1. / 0.7)
            return dkept, torch.mm(dkept, p[12]).view([d.size(0), 75, 3, 3]).contiguous(memory_format=2)

        def third_backward(dr, r, m, where):
            return rows(pool_backward(torch.threshold_backward(dr, r, 0.), m, where))

        def second_backward(dq, q, r, where):
            return rows(pool_backward(torch.threshold_backward(dq, q, 0.).mul_(1.25), r, where))

        def cnn_step(images, labels, moments, index, p: List[Tensor], b: List[Tensor], pieces: List[Tensor], m: List[Tensor],
                     v: List[Tensor], s: List[Tensor], lr: Tensor, keep2, keep4, total: List[Tensor]):
            x = batch_of(images, index, p[0]).view([-1, 1, 28, 28])
            y = torch.index_select(labels, 0, index)

            patch, w1, w1mean, w1cov, inv1, scale1, folded1, shift1 = fold_first(moments, index, p, b)
            z1, r1, where1 = first_block(x, folded1, shift1)
            z2, centred2, inv2 = normalize(rows(torch.conv2d(r1, p[4], p[5], [1, 1], [1, 1])), p[6], p[7], b[3], b[4], b[5])
            r2, where2, q2 = second_block(z2, keep2)
            z3, centred3, inv3 = normalize(rows(torch.conv2d(q2, p[8], p[9], [1, 1], [1, 1])), p[10], p[11], b[6], b[7], b[8])
            m3, where3, r3 = third_block(z3)
            flat, kept, out = head(r3, keep4, p)

            d = loss_and_gradient(out, y, index, total)

            dw6 = torch.mm(d.t(), kept)
            dkept, dr3 = head_backward(d, kept, p)
            dw5 = torch.mm(dkept.t(), flat)
            dz3 = third_backward(dr3, r3, m3, where3)
            dy3, dgamma3, dbeta3 = normalize_backward(dz3, centred3, p[10], inv3)
            dq2, dw3, db3 = conv_backward(maps(dy3, 7), q2, p[8], True)
            dz2 = second_backward(dq2, q2, r2, where2)
            dy2, dgamma2, dbeta2 = normalize_backward(dz2, centred2, p[6], inv2)
            dr1, dw2, db2 = conv_backward(maps(dy2, 14), r1, p[4], True)
            dz1 = pool_backward(torch.threshold_backward(dr1, r1, 0.), z1, where1)
            dw1, dgamma1, dbeta1 = first_backward(dz1, x, patch, w1, w1mean, w1cov, inv1, scale1, folded1)

            grads = [dw1, torch.zeros_like(p[1]), dgamma1, dbeta1,
                     dw2, db2, dgamma2, dbeta2, dw3, db3, dgamma3, dbeta3,
                     dw5, dkept.sum([0]), dw6, d.sum([0])]
            adam(packed(grads), pieces, m, v, s, lr)
            return grads

        def fold(w, bias, gamma, beta, mean_run, var_run):
            scale = gamma * torch.rsqrt(var_run + 1e-5)
            return torch.empty_like(w).copy_(w * scale.view([-1, 1, 1, 1])), (bias - mean_run) * scale + beta

        def cnn_prepare(p: List[Tensor], b: List[Tensor]):
            w1, c1 = fold(p[0], p[1], p[2], p[3], b[0], b[1])
            w2, c2 = fold(p[4], p[5], p[6], p[7], b[3], b[4])
            w3, c3 = fold(p[8], p[9], p[10], p[11], b[6], b[7])
            return [filters(w1), c1, w2, c2, w3, c3, p[12], p[13], p[14], p[15]]

        def cnn_logits(images, w: List[Tensor]):
            x = images.to(w[0].dtype).div(255.).view([-1, 1, 28, 28])
            x = torch.max_pool2d(torch.conv2d(x, w[0], w[1], [1, 1], [1, 1]), [2, 2]).relu_()
            x = torch.max_pool2d(torch.conv2d(x, w[2], w[3], [1, 1], [1, 1]), [2, 2]).relu_()
            x = torch.max_pool2d(torch.conv2d(x, w[4], w[5], [1, 1], [1, 1]), [2, 2]).relu_()
            x = torch.addmm(w[7], x.reshape([x.size(0), -1]), w[6].t()).relu_()
            return torch.addmm(w[9], x, w[8].t())
        """;
}
