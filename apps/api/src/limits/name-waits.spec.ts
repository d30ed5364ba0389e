import { NameWaits } from './name-waits.js';
import { SignInWaits } from './sign-in-waits.js';

let now = 0;
beforeEach(() => {
  now = 0;
});
const ticks = () => now;

/** Guesses from a new address each time, as long as they are let. Answers the wait at which they are not. */
function waitAfterGuesses(waits: NameWaits, name: string, guesses: number): number {
  for (let n = 0; n < guesses; n += 1) expect(waits.begin(name, `10.0.0.${n}`)).toBe(0);
  return waits.begin(name, '10.9.9.9');
}

describe('waits of a name over all addresses', () => {
  it('hold up a guesser with many addresses, whether the name is anybody’s or not', () => {
    const waits = new NameWaits(ticks);
    expect(waitAfterGuesses(waits, 'coordinator', 10)).toBe(1);
    expect(waitAfterGuesses(waits, 'nobody', 10)).toBe(1);
  });

  it('are what holds them up: counted by name and address alone, nothing would', () => {
    const alone = new SignInWaits(ticks);
    for (let n = 0; n < 50; n += 1) expect(alone.begin(`coordinator 10.0.0.${n}`)).toBe(0);
  });

  it('are half a minute at most', () => {
    const waits = new NameWaits(ticks);
    waitAfterGuesses(waits, 'coordinator', 10);
    for (let n = 0; n < 20; n += 1) {
      now += 30_000;
      expect(waits.begin('coordinator', '10.9.9.9')).toBe(0);
      expect(waits.begin('coordinator', '10.9.9.9')).toBeLessThanOrEqual(30);
    }
  });

  it('do not keep the owner out where they signed in before, whoever guesses elsewhere', () => {
    const waits = new NameWaits(ticks);
    waits.succeeded('coordinator', '192.0.2.7');
    expect(waitAfterGuesses(waits, 'coordinator', 10)).toBeGreaterThan(0);
    expect(waits.begin('coordinator', '192.0.2.7')).toBe(0);
    expect(waits.begin('administrator', '192.0.2.7')).toBe(0);
  });

  it('forgive a try that was none', () => {
    const waits = new NameWaits(ticks);
    for (let n = 0; n < 50; n += 1) {
      expect(waits.begin('coordinator', '10.9.9.9')).toBe(0);
      waits.forgive('coordinator', '10.9.9.9');
    }
    waits.forgive('nobody', '10.9.9.9');
    expect(waits.begin('nobody', '10.9.9.9')).toBe(0);
  });
});
