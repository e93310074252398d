namespace AslTutorial.Training.Models;

/// <summary>
/// The CNN's training step in few operations, for a GPU, where every operation has a price of its own: torch's batch
/// normalisation in all three blocks, and nothing of <see cref="CnnScript"/> that only saves arithmetic. Both compute
/// the same; tests compare them in float64. It also trains what the lesson's net becomes with another kernel or dropout.
/// </summary>
/// <remarks>
/// A convolution's bias is left out where batch normalisation follows, which takes it out again: its gradient is zero, and
/// it is added to the running mean alone. Dropout's factor goes into the products after it. What is changed as a list comes
/// in as a list: TorchScript takes a change of a list made here for one that nobody sees, and leaves it out.
/// </remarks>
internal static class PlainCnnScript
{
    public const string Text = """
        def plain_block(x, w, gamma, beta, mean_run, var_run):
            y = torch.conv2d(x, w, None, [1, 1], [1, 1])
            z, mean, inv = torch.native_batch_norm(y, gamma, beta, mean_run, var_run, True, 0.1, 1e-5)
            return y, z, mean, inv

        def plain_block_backward(dz, x, y, w, gamma, mean_run, var_run, mean, inv, input: bool):
            dy, dgamma, dbeta = torch.native_batch_norm_backward(dz, y, gamma, mean_run, var_run, mean, inv, True, 1e-5, [True, True, True])
            dx, dw, none = torch.convolution_backward(dy, x, w, [0], [1, 1], [1, 1], [1, 1], False, [0, 0], 1, [input, True, False])
            return dx, dw, dgamma, dbeta

        def plain_forward(x, p: List[Tensor], b: List[Tensor], biases: List[Tensor], means: List[Tensor], counts: List[Tensor], keep2, keep4,
                          scale2: float, scale4: float):
            y1, z1, mean1, inv1 = plain_block(x, p[0], p[2], p[3], b[0], b[1])
            p1, where1 = torch.max_pool2d_with_indices(z1, [2, 2], [2, 2])
            r1 = p1.relu_()
            y2, z2, mean2, inv2 = plain_block(r1, p[4], p[6], p[7], b[3], b[4])
            r2 = z2.mul_(maps(keep2, z2.size(2))).relu_()
            p2, where2 = torch.max_pool2d_with_indices(r2, [2, 2], [2, 2])
            q2 = p2.mul_(scale2)
            y3, z3, mean3, inv3 = plain_block(q2, p[8], p[10], p[11], b[6], b[7])
            p3, where3 = torch.max_pool2d_with_indices(z3, [2, 2], [2, 2])
            r3 = p3.relu_()
            flat = r3.reshape([x.size(0), -1])
            kept = torch.addmm(p[13], flat, p[12].t()).mul_(keep4).relu_()
            out = torch.addmm(p[15], kept, p[14].t(), alpha=scale4)
            torch._foreach_add_(means, biases, alpha=0.1)
            torch._foreach_add_(counts, 1)
            return [y1, z1, mean1, inv1, where1, r1, y2, r2, mean2, inv2, where2, q2, y3, z3, mean3, inv3, where3, r3, flat, kept, out]

        def plain_cnn_step(images, labels, index, p: List[Tensor], b: List[Tensor], biases: List[Tensor], means: List[Tensor],
                           counts: List[Tensor], pieces: List[Tensor], m: List[Tensor], v: List[Tensor], s: List[Tensor], lr: Tensor,
                           keep2, keep4, scale2: float, scale4: float, total: List[Tensor]):
            x = batch_of(images, index, p[0]).view([-1, 1, 28, 28])
            y = torch.index_select(labels, 0, index)
            y1, z1, mean1, inv1, where1, r1, y2, r2, mean2, inv2, where2, q2, y3, z3, mean3, inv3, where3, r3, flat, kept, out = \
                plain_forward(x, p, b, biases, means, counts, keep2, keep4, scale2, scale4)

            d = loss_and_gradient(out, y, index, total)

            dw6 = torch.addmm(p[14], d.t(), kept, beta=0., alpha=scale4)
            dkept = torch.threshold_backward(torch.addmm(kept, d, p[14], beta=0., alpha=scale4), kept, 0.)
            dw5 = torch.mm(dkept.t(), flat)
            dr3 = torch.mm(dkept, p[12]).view(r3.size()).contiguous(memory_format=2)
            dz3 = pool_backward(torch.threshold_backward(dr3, r3, 0.), z3, where3)
            dq2, dw3, dgamma3, dbeta3 = plain_block_backward(dz3, q2, y3, p[8], p[10], b[6], b[7], mean3, inv3, True)
            dz2 = pool_backward(torch.threshold_backward(dq2, q2, 0.).mul_(scale2), r2, where2)
            dr1, dw2, dgamma2, dbeta2 = plain_block_backward(dz2, r1, y2, p[4], p[6], b[3], b[4], mean2, inv2, True)
            dz1 = pool_backward(torch.threshold_backward(dr1, r1, 0.), z1, where1)
            none, dw1, dgamma1, dbeta1 = plain_block_backward(dz1, x, y1, p[0], p[2], b[0], b[1], mean1, inv1, False)

            no_bias = torch.zeros_like(p[9])
            grads = [dw1, no_bias.slice(0, 0, p[1].size(0)), dgamma1, dbeta1,
                     dw2, no_bias.slice(0, 0, p[5].size(0)), dgamma2, dbeta2, dw3, no_bias, dgamma3, dbeta3,
                     dw5, dkept.sum([0]), dw6, d.sum([0])]
            adam(packed(grads), pieces, m, v, s, lr)
            return grads

        def plain_cnn_train_logits(images, index, p: List[Tensor], b: List[Tensor], biases: List[Tensor], means: List[Tensor],
                                   counts: List[Tensor], keep2, keep4, scale2: float, scale4: float):
            x = batch_of(images, index, p[0]).view([-1, 1, 28, 28])
            return plain_forward(x, p, b, biases, means, counts, keep2, keep4, scale2, scale4)[20]
        """;
}
