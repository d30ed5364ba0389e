/**
 * What labels say, one message a sentence. English governs. What stands on a box is for officers, in every language; what stands on a bag is for hospitals, in those
 * that are complete. The statements are practice (standards.md 1.3), and no law is claimed for them.
 */
export const onBoxes = {
  'label.do-not-x-ray': 'DO NOT X-RAY',
  'label.human-cells': 'Human cells for transplantation. They cannot be replaced.',
  'label.inspect-outside': 'Inspect by eye or swab the outside. Open only with the courier beside you.',
  'label.do-not-open': 'Inspect by eye or swab the outside. Do not open.',
  'label.handle-with-care': 'Medical material. Handle with care.',
  'label.upright': 'This way up',
  'label.keep-at': 'Keep at',
  'label.packed': 'Packed',
  'label.use-by': 'Use by',
  'label.bags': 'Bags in this box',
  'label.box': 'Box',
  'label.logger': 'Temperature logger',
  'label.role.coordinator': 'Coordinator, at any hour',
  'label.role.courier': 'Courier',
  'label.check': 'Check this label',
  'label.example': 'EXAMPLE – not for use',
  'label.not-reviewed': 'This translation is not reviewed. The English text governs.',
} as const;

export const onBags = {
  'label.collected': 'Collection ended',
  'label.expires': 'Expires',
  'label.volume': 'Volume',
  'label.additives': 'Contains',
  'label.donor': 'Donor (GRID)',
  'label.recipient': 'Recipient (registry’s reference)',
  'label.sec': 'SEC',
  'label.blood-group': 'Blood group',
  'label.division': 'Division',
  'label.identify': 'Properly identify intended recipient and product.',
  'label.may-transmit': 'Warning: this product may transmit infectious agents.',
  'label.biohazard.incomplete': 'BIOHAZARD 1: infectious-disease tests or health records are incomplete.',
  'label.biohazard.positive': 'BIOHAZARD 2: an infectious-disease test is positive.',
  'label.biohazard.risk': 'BIOHAZARD 3: the donor’s health records show a risk.',
} as const;

/** What stands on a box. */
export type BoxTexts = Readonly<Record<keyof typeof onBoxes, string>>;
/** That, and what stands on a bag. */
export type AllTexts = BoxTexts & Readonly<Record<keyof typeof onBags, string>>;

export type LabelMessage = keyof AllTexts;
