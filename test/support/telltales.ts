/** Fields by which a person, a donor or a recipient is known, and those in which somebody says something about one. */
const telling =
  /^(person|name|phone|telephone|email|grid|donorGrid|weightKg|reference|said|reason|note|words|evidence|din|recordedBy|record)$/;

/** Who is nobody: the machinery signs so what it records. */
const machinery: ReadonlySet<string> = new Set(['system', 'bell', 'rule', 'replay', 'CellRelay', '']);

/** Values of what was recorded that must stand in no log line and no trace, as they are written and as they may be spelt otherwise. */
export function telltalesIn(recorded: unknown): readonly string[] {
  const found = new Set<string>();
  collect(recorded, '', found);
  const said = [...found].filter((value) => !machinery.has(value));
  return [...new Set(said.flatMap((value) => [value, value.replaceAll(' ', '')]))];
}

function collect(value: unknown, field: string, found: Set<string>): void {
  if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) collect(each, Array.isArray(value) ? field : name, found);
  } else if (telling.test(field) && (typeof value === 'string' || typeof value === 'number')) {
    found.add(field === 'weightKg' ? `weightKg":${value}` : String(value));
  }
}

/** Those of the telltales that occur in the text. */
export function leakedIn(text: string, telltales: readonly string[]): readonly string[] {
  return telltales.filter((each) => text.includes(each));
}
