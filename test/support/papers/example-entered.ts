import type { LocalDate } from '@cellrelay/kernel';
import type { EnteredFacts } from '@cellrelay/use-cases';

/** What a site would enter for its papers, all invented; a wooden address, telephones of no one, tests of nobody. */
export const exampleEntered: EnteredFacts = {
  issuer: {
    name: 'EXAMPLE Patient Registry',
    city: 'Minneapolis',
    lines: ['100 Example Street', 'Minneapolis, MN 55400', 'United States of America'],
  },
  hotline: '+1 555 010 0100',
  signatory: { name: 'Sam Example', position: 'Transport coordinator' },
  passport: { number: 'X0000001', country: 'US', validUntil: '2029-01-31' as LocalDate },
  substitutePassport: { number: 'X0000002', country: 'US', validUntil: '2028-12-31' as LocalDate },
  consignor: {
    name: 'EXAMPLE Apheresis Centre',
    city: 'Beijing',
    lines: ['北京市朝阳区示例路1号', '1 Example Road, Chaoyang, Beijing 100000', 'China'],
  },
  consignee: {
    name: 'EXAMPLE Transplant Centre',
    city: 'Houston',
    lines: ['1 Example Boulevard', 'Houston, TX 77000', 'United States of America'],
  },
  contacts: [
    { role: 'collection-centre', name: 'EXAMPLE Apheresis Centre, ward', phone: '+86 10 5555 0100' },
    { role: 'transplant-centre', name: 'EXAMPLE Cell Laboratory', phone: '+1 555 010 0111' },
  ],
  boxSizeCm: [45, 35, 38],
  value: { amount: 500, currency: 'USD' },
  markers: {
    sampledOn: '2024-08-14' as LocalDate,
    laboratory: 'EXAMPLE Laboratory',
    results: ['HIV-1/2', 'HBsAg', 'anti-HBc', 'HCV', 'HTLV-I/II', 'syphilis'].map((marker) => ({
      marker,
      result: 'negative',
    })),
  },
};
