import { fieldsOf } from '../wire/catalogue.js';
import { shaped } from './action-shape.js';

type Schema = { properties: Record<string, Record<string, unknown>>; required: string[] };
const decision = fieldsOf('DecideOnCount') as unknown as Schema;
const receipt = fieldsOf('RecordReceipt') as unknown as Schema;
const made = (name: 'DecideOnCount' | 'RecordCellCount' | 'RecordReceipt', shape: object) =>
  shaped(fieldsOf(name), shape) as unknown as Schema;

describe('the shape of a form', () => {
  it('makes compulsory what the schema lets be left out', () => {
    expect(decision.required).not.toContain('confirmedBy');
    const { properties, required } = made('DecideOnCount', { needs: ['confirmedBy'] });
    expect(required).toContain('confirmedBy');
    expect(properties['confirmedBy']).toMatchObject({ type: 'object', title: 'Confirmed by' });
    expect(properties['confirmedBy']).not.toHaveProperty('default');
    expect(properties['confirmedBy']).not.toHaveProperty('anyOf');
  });

  it('reaches into the items of a list', () => {
    const { properties } = made('RecordCellCount', { needs: ['bags/cd34PerUl'] });
    const { items } = properties['bags'] as unknown as { items: Schema };
    expect(items.required).toContain('cd34PerUl');
    expect(items.properties['cd34PerUl']).toMatchObject({ type: 'number', title: 'CD34+ cells', 'x-unit': 'per µL' });
  });

  it('leaves out what makes no sense', () => {
    const { properties, required } = made('DecideOnCount', { without: ['recipients', 'reason'] });
    expect(Object.keys(properties)).not.toContain('recipients');
    expect(required).not.toContain('reason');
  });

  it('gives keys their words', () => {
    const { properties } = made('RecordReceipt', {
      named: { 'answers/item': [{ value: 'read-back', label: 'Labels read back' }] },
    });
    const { items } = properties['answers'] as unknown as { items: Schema };
    expect(items.properties['item']).toEqual({
      title: 'Point of the checklist',
      'x-names': true,
      anyOf: [{ const: 'read-back', title: 'Labels read back' }],
    });
  });

  it('changes no schema that others use, and knows no field that there is not', () => {
    expect(fieldsOf('RecordReceipt')).toEqual(receipt);
    expect(() => made('RecordReceipt', { needs: ['nothing/of'] })).toThrow('nothing/of');
  });
});
