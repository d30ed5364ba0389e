import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { takeAddress } from './return-to.js';

/** Goes back to the page from which somebody left to sign in by a provider. */
export function useReturn(): void {
  const [, go] = useLocation();
  useEffect(() => {
    const kept = takeAddress();
    if (kept !== null) go(kept, { replace: true });
  }, [go]);
}
