/** How large a run is. The smoke run checks that everything works and keeps its promises; only the full run's figures mean anything. */
export interface Sizes {
  readonly name: 'full' | 'smoke';
  readonly commands: {
    readonly clients: number;
    readonly shipments: number;
    /** One side, then the other, this often. */
    readonly rounds: number;
    readonly roundMs: number;
  };
  readonly bells: {
    /** Open items that wait in the agenda meanwhile. */
    readonly openItems: readonly number[];
    readonly rounds: number;
    readonly stream: { readonly count: number; readonly overMs: number };
    readonly burst: number;
  };
  readonly list: { readonly shipments: number; readonly asked: number };
  readonly start: { readonly firstStarts: number; readonly startsAgain: number; readonly idleMs: number };
}

export const full: Sizes = {
  name: 'full',
  commands: { clients: 16, shipments: 320, rounds: 4, roundMs: 3_000 },
  bells: { openItems: [1_000, 20_000], rounds: 2, stream: { count: 250, overMs: 15_000 }, burst: 100 },
  list: { shipments: 10_000, asked: 300 },
  start: { firstStarts: 2, startsAgain: 3, idleMs: 60_000 },
};

export const smoke: Sizes = {
  name: 'smoke',
  commands: { clients: 16, shipments: 32, rounds: 1, roundMs: 1_000 },
  bells: { openItems: [300], rounds: 1, stream: { count: 40, overMs: 4_000 }, burst: 10 },
  list: { shipments: 500, asked: 20 },
  start: { firstStarts: 1, startsAgain: 1, idleMs: 5_000 },
};

/** What the command line asks for. Throws on a word that it does not know. */
export function wishOf(args: readonly string[]): { readonly sizes: Sizes; readonly jsonFile: string | null } {
  let [sizes, jsonFile]: [Sizes, string | null] = [full, null];
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at];
    if (word === '--smoke') sizes = smoke;
    else if (word === '--json' && args[at + 1] !== undefined) jsonFile = args[(at += 1)] ?? null;
    else throw new Error(`npm run bench -- [--smoke] [--json FILE]; "${word}" is not understood`);
  }
  return { sizes, jsonFile };
}
