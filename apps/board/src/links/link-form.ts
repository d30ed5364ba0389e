import type { LinkTask } from '../api/types.js';
import { t } from '../words/words.js';

type Fields = LinkTask['fields'];

const named = () => ({
  type: 'object',
  title: t('You'),
  properties: { person: { type: 'string', title: t('Your name') } },
  required: ['person'],
});

/** A task's form as its holder is asked: who they are too, since whoever has a link is known by nothing else, and every check without an answer. */
export function formByLink({ fields, prefill }: LinkTask): Pick<LinkTask, 'fields' | 'prefill'> {
  const properties = (fields['properties'] ?? {}) as Fields;
  const required = (fields['required'] ?? []) as readonly string[];
  return {
    fields: { ...fields, properties: { ...properties, statedBy: named() }, required: [...required, 'statedBy'] },
    prefill: Object.fromEntries(Object.entries(prefill).map(([name, value]) => [name, unanswered(value)])),
  };
}

/** That nobody has looked is an answer too, which its holder gives and not the form. */
function unanswered(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => (isOpenCheck(item) ? { ...item, found: undefined } : item));
}

function isOpenCheck(item: unknown): item is Readonly<Record<string, unknown>> {
  return typeof item === 'object' && item !== null && (item as { found?: unknown }).found === 'not-checked';
}

/** What a link's form is kept under in this tab. No two links share one: what was typed for one is not shown under another. */
export function nameOfForm({ reference, task, addressee, organisation, expiresAt }: LinkTask): string {
  return `by-link ${[reference, task, addressee, organisation, expiresAt].join(' ')}`;
}
