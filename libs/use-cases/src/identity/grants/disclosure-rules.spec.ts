import { sides } from '../identity-vault.port.js';
import { disclosureRules } from './disclosure-rules.js';
import { identityFieldNames } from './disclosure-views.js';
import { documentKinds, fieldsOn, readerParts, readsAnyway } from './document-kinds.js';

describe('rules on file', () => {
  it('demand nothing: by default no identity crosses to the other side', () => {
    expect(disclosureRules.filter(({ demands }) => demands)).toEqual([]);
  });

  it.each(disclosureRules)('$id has a source that was read, and says why it opens nothing by itself', (rule) => {
    expect([rule.source, rule.because].every((text) => text.length > 20)).toBe(true);
    expect(rule.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(rule.fields.filter((field) => !fieldsOn(rule.document, rule.side).includes(field))).toEqual([]);
  });
});

describe('papers', () => {
  it('have room for fields that a record has, of one side at least', () => {
    const rooms = documentKinds.map((document) => sides.flatMap((side) => fieldsOn(document, side)));
    expect(rooms.every((fields) => fields.length > 0)).toBe(true);
    expect(rooms.flat().filter((field) => !identityFieldNames.includes(field))).toEqual([]);
  });

  it('never carry the number of one’s own register, by which the other side would find more', () => {
    expect(documentKinds.flatMap((document) => sides.flatMap((side) => fieldsOn(document, side)))).not.toContain(
      'number',
    );
  });
});

it('each side reads its own without a disclosure, the courier’s company and the operator neither', () => {
  const own = sides.map((side) => readerParts.filter((part) => readsAnyway(part, side)));
  expect(own).toEqual([
    ['donor-registry', 'collection-centre'],
    ['patient-registry', 'transplant-centre'],
  ]);
});
