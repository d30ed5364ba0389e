/** One thing to look at when the box is opened, with where that is asked. */
export interface CheckItem {
  /** Stable: answers and deviations go by it. */
  readonly id: string;
  /** What is as it should be when the answer is so. */
  readonly text: string;
  readonly source: string;
  readonly mark: 'V' | 'V-' | 'C' | 'G' | 'site';
}

/** What is looked at on receipt in one country (ISO 3166-1 alpha-2), or in every one: `*`. */
export interface ReceiptChecklist {
  readonly country: string;
  readonly items: readonly CheckItem[];
}

/** What is asked of a recipient's centre so many days after the infusion. */
export interface FollowUpQuestion {
  readonly day: number;
  readonly id: string;
  readonly text: string;
}

const asked = (id: string, text: string, source: string, mark: CheckItem['mark']): CheckItem => ({
  id,
  text,
  source,
  mark,
});

/** standards.md 1.4, column of the delivery; what the countries ask besides. Box temperature and seal are asked apart from it. */
export const checklists: readonly ReceiptChecklist[] = [
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

/** Asked of the transplant centre of each recipient. Of life and death nothing is asked. */
export const followUpQuestions: readonly FollowUpQuestion[] = [28, 42, 100].flatMap((day) => [
  { day, id: 'engrafted', text: 'Have the donor’s cells taken?' },
  { day, id: 'neutrophils', text: 'Since which day have the neutrophils recovered?' },
  { day, id: 'platelets', text: 'Since which day have the platelets recovered?' },
]);
