import assert from "node:assert/strict";
import { test } from "node:test";
import { usedRules } from "../../wwwroot/js/notebook/used-css.js";

const rule = (selectorText, body) => ({ selectorText, cssText: `${selectorText} { ${body} }` });
const sheet = (cssRules, href = "http://site/css/a.css") => ({ cssRules, href, disabled: false });
const used = selector => ["html", ".cell", ".cell .a", "p"].includes(selector);

test("usedRules: keeps what the page uses, asked without states and parts", () => {
  const css = usedRules([sheet([rule(":root", "--x: 1"), rule(".cell:hover::before", "a: b"), rule(".mud-table", "c: d"), rule("p, .mud-x", "e: f")])], used);
  assert.match(css, /--x: 1/);
  assert.match(css, /a: b/);
  assert.match(css, /e: f/);
  assert.doesNotMatch(css, /c: d/);
});

test("usedRules: a state whose name begins like another's is taken off whole", () => {
  const css = usedRules([sheet([rule("p:focus-visible", "a: b"), rule("p:focus-within", "c: d"), rule("p:focus", "e: f")])], used);
  assert.match(css, /a: b/);
  assert.match(css, /c: d/);
  assert.match(css, /e: f/);
});

test("usedRules: goes into imports and conditions, and makes addresses whole", () => {
  const inner = { cssRules: [rule(".cell", "background: url(\"../img/x.png\")")], cssText: "@media print { ... }" };
  const imported = { styleSheet: sheet([rule("p", "color: red")], "http://site/css/b.css") };
  const css = usedRules([sheet([imported, inner])], used);
  assert.match(css, /@media print {\n\.cell/);
  assert.match(css, /url\("http:\/\/site\/img\/x.png"\)/);
  assert.match(css, /color: red/);
});

test("usedRules: a selector that cannot be asked stays", () => {
  const css = usedRules([sheet([rule(".odd", "a: b")])], () => { throw new SyntaxError(); });
  assert.match(css, /a: b/);
});
