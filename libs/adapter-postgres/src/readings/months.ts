/** The months of UTC that these moments (in milliseconds) lie in, as 2026-11, in order; and the one after the last of them. */
export function monthsAround(at: readonly number[]): readonly string[] {
  if (at.length === 0) return [];
  const numbers = new Set(at.map(numberOf));
  return [...numbers, Math.max(...numbers) + 1].toSorted((a, b) => a - b).map(nameOf);
}

/** Months since the year 0. */
function numberOf(millis: number): number {
  const date = new Date(millis);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function nameOf(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}
