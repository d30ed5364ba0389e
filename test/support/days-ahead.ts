/** The day that many days from today, as YYYY-MM-DD: an order's days must be days that can be meant. */
export function daysAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
