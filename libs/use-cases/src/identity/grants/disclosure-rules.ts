import type { Side } from '../identity-vault.port.js';
import type { DocumentKind, IdentityField } from './document-kinds.js';

/** A text that speaks of an identity on a paper, as it was read. Marks as in policies: V read in the text itself, V- in a secondary one. */
export interface DisclosureRule {
  readonly id: string;
  readonly basis: 'law' | 'registry-rule';
  readonly document: DocumentKind;
  readonly side: Side;
  readonly fields: readonly IdentityField[];
  readonly source: string;
  readonly mark: 'V' | 'V-';
  /** When it was read. */
  readonly asOf: string;
  /** Whether it demands that the other side learns it, so that it would be disclosed without two people. */
  readonly demands: boolean;
  /** Why so. */
  readonly because: string;
}

/**
 * What was read. None demands that an identity crosses to the other side, so that by default nothing is disclosed to anybody: each is a ground that two people may rest a grant on.
 * Before one is said to demand it, the wall in the database has to let it through too.
 */
export const disclosureRules: readonly DisclosureRule[] = [
  {
    id: 'nmdp-label-recipient',
    basis: 'registry-rule',
    document: 'product-label',
    side: 'patient',
    fields: ['name'],
    source: 'NMDP, Product Labeling Quick Guide (recipient’s last name, first name on the label)',
    mark: 'V',
    asOf: '2026-11-26',
    demands: false,
    because:
      'It shows what the label of one registry carries, not who writes it nor that the donor’s side is to keep it: the patient’s side can give it for its own label.',
  },
  {
    id: 'it-export-recipient',
    basis: 'law',
    document: 'export-application',
    side: 'patient',
    fields: ['name', 'birthDate', 'sex'],
    source: 'Italy, DM 10-10-2012, Article 12 (recipient’s details and disease in an application for export)',
    mark: 'V',
    asOf: '2026-11-26',
    demands: false,
    because:
      'Which details of the recipient was not readable: a number may do. Nor does it say that the donor’s side files the application.',
  },
];
