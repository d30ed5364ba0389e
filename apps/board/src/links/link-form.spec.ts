import type { LinkTask } from '../api/types.js';
import { formByLink, nameOfForm } from './link-form.js';

const task = {
  ...{ reference: 'EX-1', task: 'Hand over', addressee: 'EXAMPLE Desk', organisation: 'EXAMPLE Centre' },
  expiresAt: '2026-11-27T10:00:00.000Z',
  prefill: {
    checks: [
      { check: 'seal', found: 'not-checked' },
      { check: 'label', found: 'differs' },
    ],
    seal: 'EXAMPLE 1',
  },
  fields: { type: 'object', properties: { seal: {} }, required: ['seal'] },
} as unknown as LinkTask;

it('asks who it is, after everything else', () => {
  const { fields } = formByLink(task);
  expect(Object.keys(fields['properties'] as object)).toEqual(['seal', 'statedBy']);
  expect(fields['required']).toEqual(['seal', 'statedBy']);
});

it('answers no check for whoever is to look, and keeps what was found and what is known', () => {
  expect(formByLink(task).prefill).toEqual({
    checks: [{ check: 'seal' }, { check: 'label', found: 'differs' }],
    seal: 'EXAMPLE 1',
  });
});

it('keeps what is typed for one link apart from another for the same task', () => {
  const others = [
    { ...task, addressee: 'EXAMPLE Night desk' },
    { ...task, expiresAt: '2026-11-27T10:00:00.001Z' },
  ];
  expect(new Set([task, ...others].map(nameOfForm)).size).toBe(3);
});
