import type { When } from '../rule.js';

/** What the rules of mainland China have in common. */
export const inChina = { version: 1, jurisdiction: 'CN', owner: 'customs' } as const;

export const customs = 'the directly affiliated customs of the airport';

/**
 * What a person carries in: the measure on carried articles lets organs and marrow stem cells be released first (S89), and says nothing of cargo, of lymphocytes or of banked
 * units. It is a law of its own beside Order 160, whose number and first day were not read.
 */
export const carriedIn: When = { directions: ['import'], products: ['HPC-A', 'HPC-M'], carriage: 'cabin' };
