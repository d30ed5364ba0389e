import type { ClockPolicy } from '@cellrelay/viability';

/** A setting with where it comes from and how sure that is (marks as in domain/standards.md: V, V-, C, G). */
export interface Sourced<T> {
  readonly value: T;
  readonly source: string;
  readonly mark: 'V' | 'V-' | 'C' | 'G' | 'site';
}

/** What a registry publishes as its own floor and ceiling for CD34 per kg of recipient. */
export interface RegistryRule {
  /** Issuing organisation number: the first four digits of the donor's GRID. */
  readonly ion: string;
  readonly floor: { readonly cd34PerKgE6: number; readonly comparison: 'at-or-above' | 'above' } | null;
  readonly ceilingCd34PerKgE6: number | null;
  readonly source: string;
}

/** One thing to look at when the box is opened, with where that is asked. */
export interface CheckItem {
  /** Stable: answers and deviations go by it. */
  readonly id: string;
  /** What is as it should be when the answer is so. */
  readonly text: string;
  readonly source: string;
  readonly mark: Sourced<unknown>['mark'];
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

/** Everything that a site may set otherwise. One version is pinned to each shipment. */
export interface Policy {
  readonly version: string;
  readonly clocks: readonly ClockPolicy[];
  readonly registries: readonly RegistryRule[];
  /** HH:mm at the collection centre by which a short count must be decided on. */
  readonly decisionAtClock: Sourced<string>;
  readonly plateletWarningE9PerL: Sourced<{ readonly day1: number; readonly day2: number }>;
  readonly giveUpSeats: Sourced<'at-give-up-time' | 'when-airborne'>;
  readonly minimumConnectionMinutes: Sourced<number>;
  readonly plannedCollectionMinutes: Sourced<number>;
  readonly countDueMinutes: Sourced<number>;
  readonly decisionGraceMinutes: Sourced<number>;
  readonly courierDueDaysBefore: Sourced<number>;
  readonly courierInPositionHoursBefore: Sourced<number>;
  readonly clearanceDueDaysBefore: Sourced<number>;
  readonly planDueDaysBefore: Sourced<number>;
  readonly customsLeadDays: Sourced<number>;
  readonly exemptionLeadDays: Sourced<number>;
  readonly handoverBeforeDepartureMinutes: Sourced<number>;
  readonly ticketBeforeLapseMinutes: Sourced<number>;
  readonly reportGraceMinutes: Sourced<number>;
  readonly byHandMinutes: Sourced<number>;
  readonly escalateAfterMinutes: Sourced<number>;
  readonly groundMinutesToCentre: Sourced<number>;
  readonly receiptChecklists: Sourced<readonly ReceiptChecklist[]>;
  /** A fall of CD34 per µL from the count at origin to that on arrival, from which on it warns. */
  readonly arrivalLossWarningPercent: Sourced<number>;
  /** Asked at that time of day, in the clock in which the infusion was recorded. */
  readonly followUp: Sourced<{ readonly atClock: string; readonly questions: readonly FollowUpQuestion[] }>;
  readonly deviationGradeMinutes: Sourced<number>;
  readonly partnerToldMinutes: Sourced<number>;
  readonly rapidAlertMinutes: Sourced<number>;
  /** Kinds of deviation of which the authorities of the field are told by telephone at once. */
  readonly rapidAlertKinds: Sourced<readonly string[]>;
  /** Kinds of deviation of which both registries are told, whatever their grade. */
  readonly bothRegistriesKinds: Sourced<readonly string[]>;
}

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

/** The policy that ships with the software. Marks say how well each figure is founded; a site replaces it by a version of its own. */
export const defaultPolicy: Policy = {
  version: 'default-1',
  clocks: [
    { product: 'HPC-A', minCelsius: 2, maxCelsius: 8, targetMinutes: 48 * 60, limitMinutes: 72 * 60, source: 'S7, S8' },
  ],
  registries: [
    { ion: '2197', floor: { cd34PerKgE6: 2, comparison: 'at-or-above' }, ceilingCd34PerKgE6: null, source: 'S4' },
    { ion: '4364', floor: { cd34PerKgE6: 2, comparison: 'above' }, ceilingCd34PerKgE6: null, source: 'S1' },
    { ion: '6939', floor: null, ceilingCd34PerKgE6: 5, source: 'S2' },
    { ion: '2614', floor: null, ceilingCd34PerKgE6: 5, source: 'S56' },
    { ion: '4070', floor: null, ceilingCd34PerKgE6: 4, source: 'S3' },
  ],
  decisionAtClock: { value: '16:00', source: 'S5', mark: 'V' },
  plateletWarningE9PerL: { value: { day1: 120, day2: 80 }, source: 'S62', mark: 'V' },
  giveUpSeats: { value: 'at-give-up-time', source: 'site choice', mark: 'site' },
  minimumConnectionMinutes: { value: 120, source: 'standards.md 1.2', mark: 'G' },
  plannedCollectionMinutes: { value: 300, source: 'cases.md A: four hours, and one to spare', mark: 'site' },
  countDueMinutes: { value: 120, source: 'site choice', mark: 'site' },
  decisionGraceMinutes: { value: 30, source: 'site choice', mark: 'site' },
  courierDueDaysBefore: { value: 10, source: 'S42', mark: 'V-' },
  courierInPositionHoursBefore: {
    value: 24,
    source: 'S42: two days before overseas, so that a night is left to mend it',
    mark: 'V-',
  },
  clearanceDueDaysBefore: { value: 14, source: 'site choice', mark: 'site' },
  planDueDaysBefore: { value: 7, source: 'S42', mark: 'V-' },
  customsLeadDays: { value: 5, source: 'standards.md 4, lead-time defaults', mark: 'G' },
  exemptionLeadDays: { value: 5, source: 'standards.md 4, lead-time defaults', mark: 'G' },
  handoverBeforeDepartureMinutes: { value: 240, source: 'site choice', mark: 'site' },
  ticketBeforeLapseMinutes: { value: 12 * 60, source: 'site choice', mark: 'site' },
  reportGraceMinutes: { value: 45, source: 'site choice', mark: 'site' },
  byHandMinutes: { value: 240, source: 'site choice', mark: 'site' },
  escalateAfterMinutes: { value: 15, source: 'site choice', mark: 'site' },
  groundMinutesToCentre: { value: 90, source: 'site choice', mark: 'site' },
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
};
