import assert from "node:assert/strict";
import { test } from "node:test";
import { codeText } from "../../wwwroot/js/notebook/code-text.js";

const text = data => ({ nodeType: 3, nodeName: "#text", data });
const element = (nodeName, childNodes, extra = {}) => ({ nodeType: 1, nodeName, childNodes, classList: { contains: name => name === extra.className }, ...extra });

test("codeText: what was typed stands in the code, numbers of gaps do not, an empty gap is a blank", () => {
  const code = element("CODE", [
    element("SPAN", [text("pop(")]),
    element("CODE-PLACE", [element("SPAN", [text("1")], { className: "place-number" }), element("INPUT", [], { value: "'label'" })]),
    text(")\nreshape("),
    element("CODE-PLACE", [element("INPUT", [], { value: "" })]),
    text(")"),
  ]);
  assert.equal(codeText(code), "pop('label')\nreshape(____)");
});
