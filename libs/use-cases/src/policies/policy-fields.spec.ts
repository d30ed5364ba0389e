import { defaultPolicy } from '@cellrelay/shipment';
import { policyFields } from './policy-fields.js';
import { policyFigures } from './policy-figures.js';

type Properties = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const fields = policyFields(defaultPolicy, policyFigures(defaultPolicy));
const propertiesOf = (key: string) => (fields[key]?.fields['properties'] ?? {}) as Properties;

describe('the fields of a policy’s figures', () => {
  it('are there for each figure, named by where they stand in the policy', () => {
    const names = Object.values(fields).flatMap((each) => Object.keys(each.fields['properties'] as object));
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => valueAt(name) === undefined)).toEqual([]);
    expect(Object.keys(fields)).toEqual(policyFigures(defaultPolicy).map(({ key }) => key));
  });

  it('say unit, range, source and mark', () => {
    expect(propertiesOf('answerDueWorkingDays')).toEqual({
      '/answerDueWorkingDays/value': {
        ...{ type: 'integer', minimum: 0, maximum: 60 },
        ...{ title: 'Value', 'x-unit': 'working days', description: '0 to 60' },
      },
      '/answerDueWorkingDays/source': expect.objectContaining({ title: 'Source', maxLength: 300 }),
      '/answerDueWorkingDays/mark': expect.objectContaining({ enum: ['V', 'V-', 'C', 'G', 'site'] }),
    });
    expect(propertiesOf('groundMinutesToAirport')['/groundMinutesToAirport/value']).toMatchObject({
      description: '0 or more, or empty for none',
      'x-unit': 'min',
    });
  });

  it('are each value of a setting that has several, counted as the setting is', () => {
    const days = propertiesOf('positioningDays');
    expect(Object.values(days).map(({ title }) => title)).toEqual([
      ...['From overseas', 'Within a region', 'Within the country'],
      ...['Source', 'How sure'],
    ]);
    expect(days['/positioningDays/value/overseas']).toMatchObject({ 'x-unit': 'days' });
    expect(propertiesOf('plateletWarningE9PerL')['/plateletWarningE9PerL/value/day1']).toMatchObject({
      'x-unit': '10⁹/L',
    });
  });

  it('leave what a line is about, and its lists, as they are, and say so', () => {
    expect(Object.keys(propertiesOf('clocks/HPC-A/2/8'))).toEqual([
      '/clocks/0/targetMinutes',
      '/clocks/0/limitMinutes',
      '/clocks/0/source',
      '/clocks/0/mark',
    ]);
    expect(Object.keys(propertiesOf('registries/2197/HPC-A/CD34/floor'))).toEqual(['/registries/0/limits/0/perKg']);
    expect(fields['followUp']).toMatchObject({ part: true });
    expect(fields['transitRequests']).toMatchObject({ part: true });
    expect(fields['positioningRegions']).toMatchObject({ part: true, fields: { properties: {} } });
    expect(fields['countDueMinutes']).toMatchObject({ part: false });
  });
});

function valueAt(pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>>)[name], defaultPolicy);
}
