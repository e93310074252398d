// What passes with dropout on say of one photograph.
import { largest } from './sums.js';

/** @param probabilities passes x letters, row-major @returns how sure each pass is of the letter, the mean, and whose answers differ */
export function passesOf(probabilities, letters, letter) {
  const count = probabilities.length / letters;
  const rows = Array.from({ length: count }, (_, pass) => probabilities.subarray(pass * letters, (pass + 1) * letters));
  const sure = rows.map((row) => row[letter]);
  return {
    sure,
    answers: rows.map(largest),
    mean: sure.reduce((sum, value) => sum + value, 0) / count,
    lowest: Math.min(...sure),
    highest: Math.max(...sure),
  };
}
