// 0 is rest, then 1 to steps; past either end it comes round to rest.
export function nextStep(step, by, steps) {
  return (step + by + steps + 1) % (steps + 1);
}
