namespace AslTutorial.Training.Models;

/// <summary>
/// The nets' training steps on a part of the batch, cut where the parts of the batch have to meet. Built of the functions
/// that the undivided steps are built of, and compared with these in float64.
/// </summary>
/// <remarks>
/// start and end say which of the batch's images are the piece's. sums, gathered, row and loss are memory that all pieces
/// see: what a piece has to tell is copied there. spread is what the pieces' sums came to (SharedNorm): rows of numbers a
/// channel, float64. What a part leaves for the next is returned in a list.
/// </remarks>
internal static class CnnPieceScript
{
    public const string Text = """
        def tell(sums: List[Tensor], first, second):
            sums[0].copy_(first)
            sums[1].copy_(second)

        def piece_loss(out, labels, index, size: int, hits, loss):
            y = torch.index_select(labels, 0, index)
            logp = torch.log_softmax(out, 1)
            losses, weight = torch.nll_loss_forward(logp, y, None, 2, -100)
            loss.copy_(losses)
            hits.index_copy_(0, index, out.argmax(1) == y)
            return logits_gradient(logp, y, size)

        def piece_first(images, index, start: int, end: int, p: List[Tensor], patches: List[Tensor], sums: List[Tensor]):
            x = batch_of(images, index.slice(0, start, end), p[0]).view([-1, 1, 28, 28])
            z, r, where = first_block(x, patches[6], patches[7])
            mean, centred, squares = centre(rows(torch.conv2d(r, p[4], p[5], [1, 1], [1, 1])))
            tell(sums, mean, squares)
            return [centred, r, z, where, x]

        def piece_second(centred, spread, keep, p: List[Tensor], sums: List[Tensor]):
            shift, scale = spread.to(centred.dtype).unbind(0)
            r, where, q = second_block(torch.addcmul(shift, centred, scale), keep)
            mean, centred3, squares = centre(rows(torch.conv2d(q, p[8], p[9], [1, 1], [1, 1])))
            tell(sums, mean, squares)
            return [centred3, q, r, where]

        def piece_logits(centred, spread, keep, p: List[Tensor]):
            shift, scale = spread.to(centred.dtype).unbind(0)
            m, where, r = third_block(torch.addcmul(shift, centred, scale))
            flat, kept, out = head(r, keep, p)
            return out

        def piece_head(centred, spread, keep, labels, index, start: int, end: int, p: List[Tensor], hits, loss,
                       gathered: List[Tensor], sums: List[Tensor]):
            shift, scale = spread.to(centred.dtype).unbind(0)
            m, where, r = third_block(torch.addcmul(shift, centred, scale))
            flat, kept, out = head(r, keep, p)
            d = piece_loss(out, labels, index.slice(0, start, end), index.size(0), hits, loss)
            dkept, dr = head_backward(d, kept, p)
            gathered[0].copy_(flat)
            gathered[1].copy_(dkept)
            gathered[2].copy_(kept)
            gathered[3].copy_(d)
            dz = third_backward(dr, r, m, where)
            dbeta, product = sums_backward(dz, centred)
            tell(sums, dbeta, product)
            return dz

        def piece_third_backward(dz, centred, spread, q, r, where, centred2, p: List[Tensor], sums: List[Tensor]):
            shift, slope, scale = spread.to(dz.dtype).unbind(0)
            dy = spread_backward(dz, centred, shift, slope, scale)
            dq, dw, db = conv_backward(maps(dy, 7), q, p[8], True)
            dz2 = second_backward(dq, q, r, where)
            dbeta, product = sums_backward(dz2, centred2)
            tell(sums, dbeta, product)
            return [dz2, dw, db]

        def piece_rest(dz2, spread2, affine2, affine3, dw3, db3, p: List[Tensor], patches: List[Tensor], first: List[Tensor], row):
            shift, slope, scale = spread2.to(dz2.dtype).unbind(0)
            dgamma2, dbeta2 = affine2.to(dz2.dtype).unbind(0)
            dgamma3, dbeta3 = affine3.to(dz2.dtype).unbind(0)
            centred, r, z, where, x = first
            patch, w, wmean, wcov, inv, scale1, folded, shift1 = patches
            dy = spread_backward(dz2, centred, shift, slope, scale)
            dr, dw2, db2 = conv_backward(maps(dy, 14), r, p[4], True)
            dz1 = pool_backward(torch.threshold_backward(dr, r, 0.), z, where)
            dw1, dgamma1, dbeta1 = first_backward(dz1, x, patch, w, wmean, wcov, inv, scale1, folded)
            grads = [dw1, torch.zeros_like(p[1]), dgamma1, dbeta1, dw2, db2, dgamma2, dbeta2, dw3, db3, dgamma3, dbeta3]
            return torch.cat(in_a_row(grads), out=row)

        def piece_eval(images, labels, index, start: int, end: int, p: List[Tensor], b: List[Tensor], hits, loss,
                       gathered: List[Tensor], row):
            own = index.slice(0, start, end)
            x = batch_of(images, own, p[0]).view([-1, 1, 28, 28])
            w = cnn_prepare(p, b)
            z1, r1, where1, z2, r2, where2, z3, r3, where3, flat, hidden, out = eval_forward(x, w, p)
            d = piece_loss(out, labels, own, index.size(0), hits, loss)
            convolutions, dhidden = eval_backward(d, x, w, p, b, z1, r1, where1, z2, r2, where2, z3, r3, where3, hidden)
            gathered[0].copy_(flat)
            gathered[1].copy_(dhidden)
            gathered[2].copy_(hidden)
            gathered[3].copy_(d)
            return torch.cat(in_a_row(convolutions), out=row)

        def piece_dense(images, labels, index, start: int, end: int, p: List[Tensor], hits, loss, gathered: List[Tensor]):
            own = index.slice(0, start, end)
            x = batch_of(images, own, p[0])
            h1, h2, out = dense_forward(x, p)
            d = piece_loss(out, labels, own, index.size(0), hits, loss)
            d1, d2 = dense_backward(d, h1, h2, p)
            gathered[0].copy_(x)
            gathered[1].copy_(d1)
            gathered[2].copy_(h1)
            gathered[3].copy_(d2)
            gathered[4].copy_(h2)
            gathered[5].copy_(d)
            return d

        def piece_update(added: List[Tensor], inputs: List[Tensor], errors: List[Tensor], p: List[Tensor], m: List[Tensor],
                         v: List[Tensor], s: List[Tensor], lr: Tensor):
            grads: List[Tensor] = []
            for i in range(len(added)):
                grads.append(added[i].sum([0]))
            for i in range(len(inputs)):
                grads.append(torch.mm(errors[i].t(), inputs[i]).reshape([-1]))
                grads.append(errors[i].sum([0]))
            adam_update(grads, p, m, v, s, lr)
            return grads
        """;
}
