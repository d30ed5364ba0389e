import type { LocalDate } from '@cellrelay/kernel';
import type { Rule } from './rule.js';
import type { Confirmation } from './trip.js';

/** One invented confirmation of each rule that was read at second hand, for invented trips: it counts for no other, and says what it is. */
export function exampleConfirmations(rules: readonly Rule[]): readonly Confirmation[] {
  return rules
    .filter(({ confidence }) => confidence === 'V-')
    .map(({ id, version }) => ({
      ...{ id: `example-${id}`, rule: id, version, person: 'EXAMPLE Erika Beispiel, customs desk' },
      ...{ source: 'EXAMPLE invented for example data', confirmedOn: '2024-01-02' as LocalDate },
      ...{ until: null, example: true },
    }));
}
