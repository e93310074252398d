namespace AslTutorial.Training.Models;

/// <summary>The dense net's training step and its validation in TorchScript; see <see cref="CnnScript"/>.</summary>
internal static class DenseScript
{
    public const string Text = """
        def dense_forward(x, p: List[Tensor]):
            h1 = torch.addmm(p[1], x, p[0].t()).relu_()
            h2 = torch.addmm(p[3], h1, p[2].t()).relu_()
            return h1, h2, torch.addmm(p[5], h2, p[4].t())

        def dense_backward(d, h1, h2, p: List[Tensor]):
            d2 = torch.threshold_backward(torch.mm(d, p[4]), h2, 0.)
            return torch.threshold_backward(torch.mm(d2, p[2]), h1, 0.), d2

        def dense_step(images, labels, index, p: List[Tensor], pieces: List[Tensor], m: List[Tensor],
                       v: List[Tensor], s: List[Tensor], lr: Tensor, total: List[Tensor]):
            x = batch_of(images, index, p[0])
            y = torch.index_select(labels, 0, index)
            h1, h2, out = dense_forward(x, p)
            d = loss_and_gradient(out, y, index, total)
            d1, d2 = dense_backward(d, h1, h2, p)
            grads = [torch.mm(d1.t(), x), d1.sum([0]), torch.mm(d2.t(), h1), d2.sum([0]), torch.mm(d.t(), h2), d.sum([0])]
            adam(packed(grads), pieces, m, v, s, lr)
            return grads

        def dense_logits(images, w: List[Tensor]):
            h1, h2, out = dense_forward(images.to(w[0].dtype).div(255.), w)
            return out
        """;
}
