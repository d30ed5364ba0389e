import type { CheckItem, FollowUpQuestion, Policy, ReceiptChecklist } from '@cellrelay/shipment';

/** What policies have gained with checklists, follow-ups and deviations, as it stood then. Never changed: old logs are read with it. */

const asked = (id: string, text: string, source: string, mark: CheckItem['mark']): CheckItem => ({
  id,
  text,
  source,
  mark,
});

/** standards.md 1.4, column of the delivery; what the countries ask besides. Box temperature and seal are asked apart from it. */
const checklists: readonly ReceiptChecklist[] = [
  {
    country: '*',
    items: [
      asked(
        'read-back',
        'GRID, DIN of each bag and recipient reference read back against the order',
        'standards.md 1.4',
        'G',
      ),
      asked('bag-count', 'Number of bags as announced', 'S49', 'V-'),
      asked('integrity', 'Bags intact, no leak', 'S49', 'V-'),
      asked('labels', 'Labels legible', 'S49', 'V-'),
      asked('seal-number', 'Seal number as recorded at packing', 'standards.md 1.4', 'G'),
      asked('logger', 'Logger stopped and read, no excursion', 'standards.md 1.4', 'G'),
      asked('signed', 'Receipt signed, with name', 'standards.md 1.4', 'G'),
    ],
  },
  {
    country: 'CN',
    items: [
      asked('cn-name', 'Name as on the approval form', 'S51', 'V-'),
      asked('cn-composition', 'Composition as on the approval form', 'S51', 'V-'),
      asked('cn-batch', 'Batch number as on the approval form', 'S51', 'V-'),
      asked('cn-specification', 'Specification as on the approval form', 'S51', 'V-'),
      asked('cn-quantity', 'Quantity as on the approval form', 'S51', 'V-'),
      asked('cn-validity', 'Validity as on the approval form', 'S51', 'V-'),
      asked('cn-package', 'Package undamaged', 'S51', 'V-'),
      asked('cn-storage', 'Storage condition suitable', 'S51', 'V-'),
      asked('cn-health-certificate', 'Donor health certificate there', 'S52', 'V-'),
      asked('cn-infection-report', 'Report of infectious-disease tests there', 'S52', 'V-'),
    ],
  },
  {
    country: 'US',
    items: [
      asked('us-receipt-time', 'Date and time of receipt noted in the 24-hour clock', 'S50', 'V'),
      asked('us-environment', 'Shipping environment noted', 'S50', 'V'),
    ],
  },
  {
    country: 'FR',
    items: [
      asked('fr-donor', 'Donor identity (identifier) verified', 'order of 22 October 2008', 'V'),
      asked('fr-abo-hla', 'ABO and HLA verified', 'order of 22 October 2008', 'V'),
      asked('fr-nucleated-cells', 'Nucleated cells counted', 'order of 22 October 2008', 'V'),
      asked('fr-viability', 'Viability measured', 'order of 22 October 2008', 'V'),
      asked('fr-filtration', 'Proof of filtration there', 'order of 22 October 2008', 'V'),
      asked('fr-safety', 'Safety rules kept', 'order of 22 October 2008', 'V'),
      asked('fr-traceability', 'Traceability document there', 'order of 22 October 2008', 'V'),
    ],
  },
];

const followUpQuestions: readonly FollowUpQuestion[] = [28, 42, 100].flatMap((day) => [
  { day, id: 'engrafted', text: 'Have the donor’s cells taken?' },
  { day, id: 'neutrophils', text: 'Since which day have the neutrophils recovered?' },
  { day, id: 'platelets', text: 'Since which day have the platelets recovered?' },
]);

export const receiptSettingsSinceFirst = {
  receiptChecklists: { value: checklists, source: 'standards.md 1.4; peers.md 5 for FR', mark: 'G' },
  arrivalLossWarningPercent: { value: 20, source: 'about the mean loss in 48 h at 2–8 °C (S29)', mark: 'G' },
  followUp: { value: { atClock: '09:00', questions: followUpQuestions }, source: 'site choice', mark: 'site' },
  deviationGradeMinutes: { value: 240, source: 'site choice', mark: 'site' },
  partnerToldMinutes: { value: 24 * 60, source: 'S55', mark: 'V' },
  rapidAlertMinutes: { value: 0, source: 'S53: at once', mark: 'V' },
  rapidAlertKinds: {
    value: ['recall', 'authority-restriction', 'donor-death', 'risk-to-donations'],
    source: 'S53',
    mark: 'V',
  },
  bothRegistriesKinds: { value: ['refused-at-receipt'], source: 'site choice', mark: 'site' },
} as const satisfies Partial<Policy>;
