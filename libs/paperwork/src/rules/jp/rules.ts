import { always } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited, notRead } from '../sources.js';

const here = { version: 1, jurisdiction: 'JP', inForce: always } as const;

/** Japan (standards.md 4 and 5.4). */
export const japan: readonly Rule[] = [
  {
    ...here,
    id: 'jp-security',
    when: { directions: ['export', 'domestic', 'transit'] },
    demands: { kind: 'notice', paper: 'security-letter' },
    citations: cited('S45'),
    confidence: 'V-',
    owner: 'security',
    askedOf: 'the airline, when the seat is booked',
    says: {
      sticker: 'JMDP issues for every box a sticker that asks for X-rays to be avoided.',
      declared: 'The airline is to be told of the box when the seat is booked.',
    },
  },
  {
    ...here,
    id: 'jp-export-airports',
    when: { directions: ['export'] },
    demands: { kind: 'note', paper: 'transport-plan' },
    citations: cited('S123'),
    confidence: 'V',
    owner: 'transport',
    askedOf: 'JMDP',
    says: {
      airports: 'Cells for abroad are collected near the international airports of Kanto, Kinki, Chubu and Kyushu.',
    },
  },
  {
    ...here,
    id: 'jp-import-papers',
    when: { directions: ['import'] },
    demands: { kind: 'permit', paper: 'application-data-sheet' },
    citations: notRead('Japan’s papers of quarantine and customs for an import'),
    confidence: 'G',
    owner: 'customs',
    askedOf: 'JMDP, and the quarantine station of the airport',
    says: { papers: 'Papers of quarantine and customs are needed for the import.' },
  },
];
