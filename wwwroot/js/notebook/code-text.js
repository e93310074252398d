// The text of a listing with what stands in its fields; an empty gap is written as the course writes it.
const emptyGap = "____";

export function codeText(code) {
  let text = "";
  const visit = node => {
    if (node.nodeType === 3) text += node.data;
    else if (node.nodeName === "INPUT") text += node.value || emptyGap;
    else if (!node.classList?.contains("place-number")) node.childNodes.forEach(visit);
  };
  code.childNodes.forEach(visit);
  return text;
}
