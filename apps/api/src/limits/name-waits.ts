import { SignInWaits } from './sign-in-waits.js';

const atAllPlaces = { freeTries: 10, longestMs: 30_000 } as const;
const mostKnown = 10_000;

/**
 * Mild waits for wrong passwords of one name, whatever addresses they come from: a guesser with many addresses gets a try each half a minute. Where the name
 * was signed in before there are none, so that guessers elsewhere do not keep its owner out.
 */
export class NameWaits {
  private readonly waits: SignInWaits;
  private readonly known = new Set<string>();

  /** `ticks` answers milliseconds that only grow. */
  constructor(ticks: () => number) {
    this.waits = new SignInWaits(ticks, atAllPlaces);
  }

  /** Begins a try: 0 when it may be made, else the seconds to wait. An unknown name waits like any other. */
  begin(name: string, address: string): number {
    return this.known.has(placeOf(name, address)) ? 0 : this.waits.begin(name);
  }

  /** The try that was begun last was none. */
  forgive(name: string, address: string): void {
    if (!this.known.has(placeOf(name, address))) this.waits.forgive(name);
  }

  succeeded(name: string, address: string): void {
    this.waits.succeeded(name);
    const place = placeOf(name, address);
    this.known.delete(place);
    this.known.add(place);
    const oldest = this.known.size > mostKnown ? this.known.values().next().value : undefined;
    if (oldest !== undefined) this.known.delete(oldest);
  }
}

function placeOf(name: string, address: string): string {
  return `${name} ${address}`;
}
