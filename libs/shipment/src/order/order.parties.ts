import { kindOfPart, type NamedOrganisation, type NamedPart } from '../rights/parties.js';
import type { OrganisationKind } from '../rights/standing.js';
import type { CommandOf, EventOf, Refusal } from '../stage.js';

/** Which organisation takes a part in this shipment, from the register; null takes the one that had it away again. */
export type NameParty = CommandOf<
  'NameParty',
  { readonly part: NamedPart; readonly organisation: (NamedOrganisation & { readonly kind: OrganisationKind }) | null }
>;
/** From then on its people see the shipment and act in it as far as their standing goes. */
export type PartyNamed = EventOf<
  'PartyNamed',
  { readonly part: NamedPart; readonly organisation: NamedOrganisation | null }
>;

/** Who was named for which part. */
export type NamedParties = Readonly<Partial<Record<NamedPart, NamedOrganisation>>>;

/** What keeps an organisation from being named: it is of another kind, has the part already, or would know of both sides. */
export function namingProblem({ part, organisation }: NameParty['data'], named: NamedParties): Refusal | undefined {
  const said = part.replaceAll('-', ' ');
  if (organisation === null)
    return named[part] === undefined
      ? { code: 'no-party-named', sentence: `Nobody is named as the ${said}.`, at: '/organisation' }
      : undefined;
  return kindProblem(part, organisation) ?? takenProblem(part, organisation, named);
}

function kindProblem(part: NamedPart, { name, kind }: { name: string; kind: OrganisationKind }): Refusal | undefined {
  const wanted = kindOfPart[part];
  if (kind === wanted) return undefined;
  const sentence = `${name} is a ${words(kind)}: the ${words(part)} must be a ${words(wanted)}.`;
  return { code: 'organisation-of-another-kind', sentence, at: '/organisation', allowed: [wanted] };
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

function words(name: string): string {
  return name.replaceAll('-', ' ');
}

/** Who is named after one more naming. */
export function withParty(named: NamedParties, { data: { part, organisation } }: PartyNamed): NamedParties {
  const { [part]: _before, ...others } = named;
  return organisation === null ? others : { ...others, [part]: organisation };
}
