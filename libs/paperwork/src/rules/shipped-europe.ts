import { germany } from './de/rules.js';
import { spain } from './es/rules.js';
import { europeanUnion } from './eu/rules.js';
import { france } from './fr/rules.js';
import { unitedKingdom } from './gb/rules.js';
import { italy } from './it/rules.js';
import type { Rule } from './rule.js';

/** Rules of the European Union, of states in it, and of the United Kingdom. */
export const shippedEuropean: readonly Rule[] = [
  ...[...europeanUnion, ...germany, ...france, ...italy, ...spain],
  ...unitedKingdom,
];
