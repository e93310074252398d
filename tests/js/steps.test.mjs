import assert from "node:assert/strict";
import { test } from "node:test";
import { nextStep } from "../../wwwroot/js/notebook/steps.js";

test("nextStep: from rest through all steps and back to rest, either way", () => {
  const on = [];
  for (let step = 0, i = 0; i < 5; i++) on.push(step = nextStep(step, 1, 4));
  assert.deepEqual(on, [1, 2, 3, 4, 0]);
  assert.equal(nextStep(0, -1, 4), 4);
  assert.equal(nextStep(1, -1, 4), 0);
});
