const dayMs = 86_400_000;

/**
 * The same commands with every day in them moved by whole days, so that the first of them, `from`, comes to lie that many days ago: an order's
 * days must be days that can be meant.
 */
export function broughtNear<Commands>(commands: Commands, from: string, daysAgo: number): Commands {
  const moved = Math.floor(Date.now() / dayMs) - daysAgo - Date.parse(from) / dayMs;
  const text = JSON.stringify(commands).replaceAll(
    /"(\d{4}-\d\d-\d\d)(T[^"]*Z)?"/g,
    (_, date: string, time = '') => `"${new Date(Date.parse(date) + moved * dayMs).toISOString().slice(0, 10)}${time}"`,
  );
  return JSON.parse(text) as Commands;
}
