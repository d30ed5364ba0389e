/** An action as far as its place on the page goes. */
interface Placed {
  readonly stage: string;
  readonly label: string;
}

/** What may be done in one stage. */
export interface StageActions<One extends Placed> {
  readonly stage: string;
  readonly actions: readonly One[];
  /** Something waits there, so that it is laid open. */
  readonly waits: boolean;
}

/** By stage, in the order in which the stages come, those first in which something waits. */
export function stagesOf<Action extends Placed>(
  actions: readonly Action[],
  waiting: ReadonlySet<string>,
): readonly StageActions<Action>[] {
  const groups = [...new Set(actions.map(({ stage }) => stage))].map((stage) => ({
    stage,
    actions: actions.filter((action) => action.stage === stage),
    waits: waiting.has(stage),
  }));
  return [...groups.filter(({ waits }) => waits), ...groups.filter(({ waits }) => !waits)];
}

/** Those of one label side by side: the same can often be done with each of several flights, bags or recipients. */
export function byLabel<Action extends Placed>(
  actions: readonly Action[],
): readonly { readonly label: string; readonly actions: readonly Action[] }[] {
  return [...new Set(actions.map(({ label }) => label))].map((label) => ({
    label,
    actions: actions.filter((action) => action.label === label),
  }));
}
