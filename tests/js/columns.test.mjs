import assert from "node:assert/strict";
import { test } from "node:test";
import { columns } from "../../wwwroot/js/notebook/columns.js";

test("columns: a Chinese character and its punctuation take two, all others one", () => {
  assert.equal(columns(""), 0);
  assert.equal(columns("'label'"), 7);
  assert.equal(columns("标签"), 4);
  assert.equal(columns("a，b"), 4);
});
