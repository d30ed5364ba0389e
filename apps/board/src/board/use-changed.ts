import { useEffect, useState } from 'react';

/** How long a changed cell is marked. */
const MARKED = 4000;

/** Whether this value has changed within the last four seconds; the first one is no change. */
export function useChanged(value: string): boolean {
  const [seen, setSeen] = useState(value);
  useEffect(() => {
    if (seen === value) return;
    const timer = window.setTimeout(() => setSeen(value), MARKED);
    return () => window.clearTimeout(timer);
  }, [value, seen]);
  return seen !== value;
}
