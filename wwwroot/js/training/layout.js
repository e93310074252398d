// Where things lie, in CSS pixels. The height is the style sheet's: the page has reserved it before any script came.

export function layout(width, height) {
  const narrow = width < 560;
  const head = narrow ? 26 : 30;
  const axis = narrow ? 40 : 44;
  const between = narrow ? 18 : 24;
  const plot = Math.max(40, (height - 2 * head - between - axis) / 2);
  const left = narrow ? 46 : 58;
  // Wide enough for the longest label at a line's end; narrow charts name their lines above the plot.
  const right = narrow ? width - 12 : width - 104;
  const loss = { title: 0, top: head, bottom: head + plot };
  const second = loss.bottom + between;
  return {
    width,
    height,
    narrow,
    left,
    right,
    loss,
    accuracy: { title: second, top: second + head, bottom: second + head + plot },
    ticks: { x: Math.max(3, Math.floor((right - left) / (narrow ? 44 : 52))), y: Math.max(3, Math.floor(plot / 34)) },
  };
}
