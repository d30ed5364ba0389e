/** Beyond this many standard deviations a probability is 0 or 1 to the last digit that a number holds. */
const farOut = 8.3;

/**
 * The standard normal distribution function, to some 14 digits: the density times the sum of x^(2n+1) / (1 · 3 · 5 ... (2n+1)), which converges for every x
 * (Abramowitz and Stegun 26.2.11).
 */
export function normalProbability(x: number): number {
  if (x > farOut) return 1;
  if (x < -farOut) return 0;
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
