/** How things are named on papers: each by its name, and by what else it has where one before it has that name. */
interface Naming<T> {
  readonly name: (each: T) => string;
  readonly besides: (each: T) => string;
}

/**
 * A name for each, in their order, and none twice: papers in one place take each other's. The first keeps its plain name, so that its paper stands when another of that name comes or goes; what has
 * both in common with one before it is counted.
 */
export function toldApart<T>(all: readonly T[], { name, besides }: Naming<T>): readonly string[] {
  return all.reduce<readonly string[]>((taken, each) => [...taken, freeName(each, { name, besides }, taken)], []);
}

function freeName<T>(each: T, { name, besides }: Naming<T>, taken: readonly string[]): string {
  const longer = `${name(each)}-${besides(each)}`;
  const counted = taken.map((_, index) => `${longer}-${index + 2}`);
  return [name(each), longer, ...counted].find((free) => !taken.includes(free)) ?? longer;
}
