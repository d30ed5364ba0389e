import { instantOf, mustBe, zoneOf, type ZonedInstant } from '@cellrelay/kernel';
import { parseDin, parseDinFlags, parseGrid, parseProductCode, parseSec } from '@cellrelay/identifiers';
import type { BoxLabelFacts, SiteCodes, TieTagFacts } from '@cellrelay/paperwork';

const shanghai = zoneOf('Asia/Shanghai')!;
const moment = (at: string): ZonedInstant => ({ at: instantOf(at)!, zone: shanghai });

/** A list as a site keeps one. EXAMPLE: the description is of HL7's public example of codes (S73), the groups are two of those that labels print. */
export const exampleCodes: SiteCodes = {
  products: [
    { code: 'S1128', name: 'HPC, APHERESIS', attributes: 'Citrate/XX/refg, mobilized' },
    { code: 'S1398', name: 'HPC, MARROW', attributes: 'NS/XX/rt, plasma reduced' },
  ],
  bloodGroups: [
    { code: '5100', abo: 'O', rh: '+' },
    { code: '0600', abo: 'A', rh: '-' },
  ],
};

/** A bag as all of it is known. The facility is one of those kept for validation (S17 section 5.3). */
export const exampleTag: TieTagFacts = {
  reference: 'EXAMPLE-7K2M-T1',
  example: true,
  din: mustBe(parseDin('A999926123456')).din,
  productCode: mustBe(parseProductCode('S1128V00')),
  collectedAt: moment('2026-11-27T06:40:00Z'),
  expiresAt: moment('2026-11-30T06:40:00Z'),
  volumeMl: 248,
  additives: 'ACD-A 36 mL',
  storage: { fromCelsius: 2, toCelsius: 8 },
  grid: mustBe(parseGrid('6939XYZ000123456731')),
  recipient: 'EXAMPLE-R1',
  bloodGroup: { abo: 'O', rh: '+' },
};

/** The same with whatever a tag may have besides. */
export const fullTag: TieTagFacts = {
  ...exampleTag,
  flags: mustBe(parseDinFlags('13')),
  sec: mustBe(parseSec('DE001499A999926123456A00S112800020261130')),
  biohazard: 'positive',
};

export const exampleBox: BoxLabelFacts = {
  reference: 'EXAMPLE-7K2M-B1',
  example: true,
  bags: [{ din: exampleTag.din!, productCode: exampleTag.productCode! }],
  box: 'EXAMPLE-BOX-17',
  logger: 'EXAMPLE-L-2203',
  storage: { fromCelsius: 2, toCelsius: 8 },
  packedAt: moment('2026-11-27T09:05:00Z'),
  expiresAt: exampleTag.expiresAt,
  contacts: [
    { role: 'coordinator', organisation: 'EXAMPLE registry', telephone: '+49 30 5550100' },
    { role: 'courier', organisation: null, telephone: '+49 151 5550100' },
  ],
  statement: `https://relay.example.org/papers/EXAMPLE-7K2M-B1#1.${'A'.repeat(43)}.tp4r00.0.0123456789abcdef.${'A'.repeat(86)}`,
};
