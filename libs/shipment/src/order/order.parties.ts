import { kindOfPart, type NamedOrganisation, type NamedPart } from '../rights/parties.js';
import type { OrganisationKind } from '../rights/standing.js';
import type { CommandOf, EventOf, Refusal } from '../stage.js';

/** As the register has it. `example`: invented, for the examples. */
interface RegisteredOrganisation extends NamedOrganisation {
  readonly kind: OrganisationKind;
  readonly example: boolean;
}

/** Which organisation takes a part in this shipment, from the register; null takes the one that had it away again. */
export type NameParty = CommandOf<
  'NameParty',
  { readonly part: NamedPart; readonly organisation: RegisteredOrganisation | null }
>;
/** From then on its people see the shipment and act in it as far as their standing goes. */
export type PartyNamed = EventOf<
  'PartyNamed',
  { readonly part: NamedPart; readonly organisation: NamedOrganisation | null }
>;

/** Who was named for which part. */
export type NamedParties = Readonly<Partial<Record<NamedPart, NamedOrganisation>>>;

/** An organisation that had a part before another was named for it, by its id. */
export interface FormerParty {
  readonly part: NamedPart;
  readonly id: string;
}

/** What an order says of its parties. */
interface Naming {
  readonly organisations: NamedParties;
  /** Each once, in the order in which they went. */
  readonly formerParties: readonly FormerParty[];
  readonly details: { readonly example: boolean } | null;
}

/** What keeps an organisation from being named: it is of another kind, of the examples where the shipment is none (or the other way round), has the part already, or would know of both sides. */
export function namingProblem(
  { part, organisation }: NameParty['data'],
  { organisations: named, formerParties, details }: Naming,
): Refusal | undefined {
  if (organisation === null)
    return named[part] === undefined
      ? { code: 'no-party-named', sentence: `Nobody is named as the ${words(part)}.`, at: '/organisation' }
      : undefined;
  return (
    kindProblem(part, organisation) ??
    exampleProblem(organisation, details?.example === true) ??
    takenProblem(part, organisation, named) ??
    formerProblem(part, organisation, formerParties)
  );
}

function kindProblem(part: NamedPart, { name, kind }: { name: string; kind: OrganisationKind }): Refusal | undefined {
  const wanted = kindOfPart[part];
  if (kind === wanted) return undefined;
  const sentence = `${name} is a ${words(kind)}: the ${words(part)} must be a ${words(wanted)}.`;
  return { code: 'organisation-of-another-kind', sentence, at: '/organisation', allowed: [wanted] };
}

/** Invented people see no real shipment, and go with the examples; nobody real is kept in one that may be removed. */
function exampleProblem({ name, example }: RegisteredOrganisation, ofExample: boolean): Refusal | undefined {
  if (example === ofExample) return undefined;
  const sentence = example
    ? `${name} is an invented organisation of the examples, and this shipment is real: name one that is real.`
    : `${name} is real, and this shipment is an example: name an organisation of the examples.`;
  return { code: 'organisation-of-examples', sentence, at: '/organisation' };
}

/** One registry on both sides would know donor and patient alike; without a second account the worse failure is that it does. */
function takenProblem(part: NamedPart, { id, name }: NamedOrganisation, named: NamedParties): Refusal | undefined {
  const [held] = Object.entries(named).find(([, each]) => each.id === id) ?? [];
  if (held === undefined) return undefined;
  if (held === part)
    return { code: 'party-named-already', sentence: `${name} is the ${words(part)} already.`, at: '/organisation' };
  const sentence = `${name} stands in this shipment as the ${words(held)}: it cannot stand on the other side too.`;
  return { code: 'party-on-other-side', sentence, at: '/organisation' };
}

/**
 * Whoever stood on the other side has seen it, and reads on what it recorded there. Price: a registry that was named on the wrong side by mistake cannot be named on the right
 * one; nobody can show that it looked at nothing meanwhile.
 */
function formerProblem(
  part: NamedPart,
  { id, name }: NamedOrganisation,
  former: readonly FormerParty[],
): Refusal | undefined {
  const stood = former.find((each) => each.id === id && each.part !== part);
  if (stood === undefined) return undefined;
  const sentence = `${name} stood in this shipment as the ${words(stood.part)} before, and may know of that side: it cannot stand on the other one. Name another ${words(kindOfPart[part])}, or open the shipment anew.`;
  return { code: 'party-was-on-other-side', sentence, at: '/organisation' };
}

function words(name: string): string {
  return name.replaceAll('-', ' ');
}

/** Who is named after one more naming, and who was before. */
export function withParty<State extends Pick<Naming, 'organisations' | 'formerParties'>>(
  state: State,
  { data: { part, organisation } }: PartyNamed,
): State {
  const { [part]: before, ...others } = state.organisations;
  const organisations = organisation === null ? others : { ...others, [part]: organisation };
  return { ...state, organisations, formerParties: withFormer(state.formerParties, part, before) };
}

function withFormer(
  former: readonly FormerParty[],
  part: NamedPart,
  gone: NamedOrganisation | undefined,
): readonly FormerParty[] {
  if (gone === undefined || former.some((each) => each.part === part && each.id === gone.id)) return former;
  return [...former, { part, id: gone.id }];
}
