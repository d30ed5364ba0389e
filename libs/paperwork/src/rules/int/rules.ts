import { always } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited, notRead } from '../sources.js';

const everywhere = { version: 1, jurisdiction: 'INT', inForce: always, owner: 'dangerous goods' } as const;

/** Said once, where the trip sets out. */
const directions = ['export', 'domestic'] as const;

/** What holds on every trip (standards.md section 6). */
export const rulesEverywhere: readonly Rule[] = [
  {
    ...everywhere,
    id: 'int-not-dangerous-by-road',
    when: { directions },
    demands: { kind: 'statement', paper: 'customs-declaration' },
    citations: cited('S19'),
    confidence: 'V',
    askedOf: 'a dangerous-goods adviser',
    says: {
      status:
        'Cells for transplantation, and samples drawn in connection with it, are not subject to ADR (2.2.62.1.5.7).',
    },
  },
  {
    ...everywhere,
    id: 'int-not-dangerous-by-air',
    when: { directions },
    demands: { kind: 'statement', paper: 'airline-letter' },
    citations: cited('S20'),
    confidence: 'V-',
    askedOf: 'the airline’s dangerous-goods office',
    says: {
      status: 'Cells for transplantation are not subject to the dangerous-goods regulations of air transport.',
      waybill: 'The words “for transplant” belong on the air waybill.',
    },
  },
  {
    ...everywhere,
    id: 'int-dry-shipper',
    when: { directions, frozen: true },
    demands: { kind: 'statement', paper: 'airline-letter' },
    citations: cited('S21'),
    confidence: 'V',
    askedOf: 'the airline’s dangerous-goods office',
    says: {
      status:
        'A dry shipper that holds no free liquid nitrogen in any orientation is not subject to the ICAO Technical Instructions.',
    },
  },
  {
    ...everywhere,
    id: 'int-logger-battery',
    when: { directions },
    demands: { kind: 'notice', paper: 'airline-letter' },
    citations: notRead('limits of lithium batteries in loggers'),
    confidence: 'G',
    askedOf: 'the airline’s dangerous-goods office',
    says: {
      battery: 'The temperature logger’s lithium battery is to be declared, and to be within the airline’s limits.',
    },
  },
];
