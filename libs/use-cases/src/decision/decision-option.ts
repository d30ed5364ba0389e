import { minutesBetween, type Instant } from '@cellrelay/kernel';
import {
  decisionRules,
  forecastOf,
  mayGiveWord,
  mayIssue,
  mayKnow,
  modelledMetric,
  orderOf,
  outlookBy,
  planAfter,
  type CountDecision,
  type DecisionRole,
  type PlanOutlook,
  type ReadingsByLogger,
  type Shipment,
  type ShipmentForecast,
  type Standing,
} from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import { actionsOf } from '../questions/actions.js';
import { actionFor } from '../questions/disclosed.js';
import type { ActionView } from '../questions/views.js';
import { recipientViewsOf } from '../questions/recipient-view.js';
import type { DecisionView } from './decision-views.js';
import { decidersOf, decisionMeans, decisionSaid, knowsHowItStands } from './decision-words.js';

type Option = DecisionView['options'][number];
type Told = Pick<ActionView, 'label' | 'prefill'>;

/** An outlook with what is left of the cells then; null where that is not told. */
interface Forecast {
  readonly outlook: PlanOutlook | null;
  readonly forecast: ShipmentForecast | null;
}

/** What a reader's options are worked out of. */
export interface OptionsGround {
  readonly held: readonly Standing[];
  readonly reader: Acting;
  /** As they may know it. */
  readonly state: Shipment;
  /** By which times and doses are forecast; what is not theirs of it is not told. */
  readonly whole: Shipment;
  /** What doses are forecast by; null where none is told. */
  readonly known: { readonly readings: ReadingsByLogger; readonly asOf: Instant } | null;
}

/** What can be decided on the count now, the best first, each with what it means for time and dose, and what follows from it. */
export function optionsOf(ground: OptionsGround): Option[] {
  const byPlan = byPlanOnce(ground);
  return actionsOf(ground.state)
    .actions.filter(({ command }) => command === 'DecideOnCount')
    .flatMap((action) => optionOf(ground, actionFor(ground.held, action), byPlan));
}

/** Of several recipients, those whom it is about are those who are short. */
function toldOption(held: OptionsGround['held'], decision: CountDecision, { label, prefill }: Told): Told {
  if (knowsHowItStands(held)) return { label, prefill };
  const { recipients: _recipients, ...others } = prefill;
  return { label: decisionSaid[decision], prefill: others };
}

function optionOf(ground: OptionsGround, action: ActionView, byPlan: ByPlan): Option[] {
  const { command, consequences } = action;
  const { decision, recipients: about } = action.prefill;
  if (!isDecision(decision)) return [];
  const { label, prefill } = toldOption(ground.held, decision, action);
  const recipients = Array.isArray(about) ? (about as readonly string[]) : null;
  const plan = planAfter(ground.whole.stages['cell-count'], { decision, recipients });
  const { outlook, forecast } = byPlan(plan);
  return [
    {
      ...{ command, label, decision, says: decisionMeans[decision], ...inTheirWord(ground, decision, prefill) },
      needs: needsOf(decision, ground),
      trip: toldTrip(ground, outlook),
      doses: forecast === null ? [] : dosesOf(ground, forecast),
      more: decision === 'collect-again' || decision === 'ship-day-1-early',
      follows: consequences,
    },
  ];
}

/** Who decides for themselves does so in their own name, and as what they are; whoever may not is offered it as it is. */
function inTheirWord(
  { held, reader }: OptionsGround,
  decision: CountDecision,
  prefill: ActionView['prefill'],
): Pick<Option, 'yours' | 'prefill'> {
  const may = mayIssue(held, 'DecideOnCount');
  if (reader.organisation.kind === 'operator') return { yours: may, prefill };
  const role = decisionRules[decision].roles.find((each: DecisionRole) => mayGiveWord(held, each));
  if (!may || role === undefined) return { yours: false, prefill };
  return { yours: true, prefill: { ...prefill, wordOf: { role, person: reader.person } } };
}

function isDecision(value: unknown): value is Option['decision'] {
  return typeof value === 'string' && Object.hasOwn(decisionMeans, value);
}

type ByPlan = (plan: PlanOutlook['plan'] | null) => Forecast;

/** Several decisions lead to the same plan: each is looked ahead by once. */
function byPlanOnce({ whole, known }: OptionsGround): ByPlan {
  const found = new Map<PlanOutlook['plan'] | null, Forecast>();
  return (plan) => {
    const before = found.get(plan);
    if (before !== undefined) return before;
    const outlook = plan === null ? null : outlookBy(whole, plan);
    const told = outlook === null || known === null ? null : { ...known, until: outlook.infusionAt };
    const forecast = told === null ? null : forecastOf(whole, told.readings, told.asOf, told.until);
    found.set(plan, { outlook, forecast });
    return { outlook, forecast };
  };
}

/** Once the box is opened, times tell of the infusion. */
function toldTrip({ held, whole }: OptionsGround, outlook: PlanOutlook | null): Option['trip'] {
  const opened = whole.stages.receipt.receivedAt !== null;
  if (outlook === null || (opened && !mayKnow(held, 'outcome'))) return null;
  const { plan, infusionAt, oldestBagMinutes, targetAt, limitAt } = outlook;
  return {
    ...{ plan, infusionAt, oldestBagMinutes, targetAt, limitAt },
    slackToTarget: targetAt === null ? null : minutesBetween(infusionAt, targetAt),
    slackToLimit: limitAt === null ? null : minutesBetween(infusionAt, limitAt),
  };
}

/** Each ordered dose of the cells that the model knows for that product, at that infusion; others as they were counted. */
function dosesOf({ state }: OptionsGround, { recipients }: ShipmentForecast): Option['doses'] {
  const modelled = modelledMetric(orderOf(state).details.product);
  return recipientViewsOf(state).flatMap(({ ref, doses }) =>
    doses.map(({ unit, requested, minimum, dose, metric }) => {
      const found = metric === modelled ? recipients.find(({ recipient }) => recipient === ref) : undefined;
      return {
        ...{ recipient: ref, unit, requested, minimum, counted: dose },
        missing: missingOf(requested, dose),
        atInfusion: found?.shown?.planned.doseE6 ?? null,
        probability: found?.shown?.planned.probability ?? null,
      };
    }),
  );
}

/** Rounded up in the fourth decimal, so that what is missing is never told as less; null of what was not counted. */
function missingOf(requested: number, dose: number | null): number | null {
  return dose === null ? null : Math.max(0, Math.ceil((requested - dose) * 10_000 - 1e-6) / 10_000);
}

/** Whose word it takes: one of those who may say it, a second person for what is grave, and the registry where it must agree, for whoever may know what was asked for. */
function needsOf(decision: Option['decision'], { held, state: { stages } }: OptionsGround): Option['needs'] {
  const { grave } = decisionRules[decision];
  const { aboveRegistryCeiling, registryConsent } = stages.order;
  const second = { who: 'A second person', what: 'confirms it', given: false };
  const registry = {
    who: 'Donor registry',
    what: 'agrees to a dose above its ceiling, before the plan is confirmed',
    given: registryConsent,
  };
  return [
    { who: anyOf(decidersOf(decision)), what: 'decides', given: false },
    ...(grave ? [second] : []),
    ...(aboveRegistryCeiling && decision !== 'stop' && mayKnow(held, 'requested-dose') ? [registry] : []),
  ];
}

/** "Collection physician or transplant physician". */
function anyOf([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map((each) => each.charAt(0).toLowerCase() + each.slice(1))].join(' or ');
}
