/** One allowed move: in these states the command is taken, and it leads to one of those. */
export interface Move<State extends string, Command extends string> {
  readonly command: Command;
  readonly from: readonly State[];
  readonly to: readonly State[];
}

/** A stage's table of allowed moves. Charts, tests and "what may be done now" are made from it. */
export interface TransitionTable<State extends string = string, Command extends string = string> {
  /** What moves, in words: "one collection day", "one seat booking". */
  readonly subject: string;
  readonly initial: State;
  readonly terminal: readonly State[];
  readonly moves: readonly Move<State, Command>[];
}

/** Whether the table takes `command` in `state`. */
export function isAllowed<S extends string, C extends string>(
  table: TransitionTable<S, C>,
  command: C,
  state: S,
): boolean {
  return table.moves.some((move) => move.command === command && move.from.includes(state));
}

/** The commands that the table takes in `state`, in the table's order. */
export function allowedIn<S extends string, C extends string>(table: TransitionTable<S, C>, state: S): readonly C[] {
  return [...new Set(table.moves.filter((move) => move.from.includes(state)).map((move) => move.command))];
}

/** Every state the table speaks of. */
export function statesOf<S extends string, C extends string>(table: TransitionTable<S, C>): readonly S[] {
  return [...new Set([table.initial, ...table.terminal, ...table.moves.flatMap((move) => [...move.from, ...move.to])])];
}

/** What is wrong with a table: unreachable states, terminal states that accept something, dead ends. Empty when closed. */
export function tableFaults(table: TransitionTable): readonly string[] {
  const reached = reachableStates(table);
  const states = statesOf(table);
  return [
    ...states.filter((state) => !reached.has(state)).map((state) => `${state} cannot be reached`),
    ...table.terminal
      .filter((state) => allowedIn(table, state).length > 0)
      .map((state) => `terminal ${state} accepts a command`),
    ...states
      .filter((state) => !table.terminal.includes(state) && allowedIn(table, state).length === 0)
      .map((state) => `${state} is a dead end but not terminal`),
  ];
}

function reachableStates(table: TransitionTable): ReadonlySet<string> {
  const reached = new Set<string>([table.initial]);
  for (let grown = true; grown;) {
    const next = table.moves.filter((move) => move.from.some((state) => reached.has(state))).flatMap((move) => move.to);
    const before = reached.size;
    next.forEach((state) => reached.add(state));
    grown = reached.size > before;
  }
  return reached;
}
