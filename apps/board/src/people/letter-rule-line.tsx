import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { doneOf } from '../api/people.js';
import type { LetterRuleName } from '../api/types.js';
import { Said } from '../letters/said.js';
import { useLetterRules } from '../letters/use-letters.js';
import { ruleText } from './people-words.js';
import { t } from '../words/words.js';

interface LetterRuleLineProps {
  readonly organisation: string;
}

/** Which rule of letters a registry keeps to; until one is chosen, no letters go. */
export function LetterRuleLine({ organisation }: LetterRuleLineProps) {
  const { data } = useLetterRules(organisation);
  const choosing = useChoosing(organisation);
  if (data === undefined) return null;
  const chosen = data.items.find(({ id }) => id === data.chosen);
  const choose = (rule: string) => choosing.mutate(rule === '' ? null : (rule as LetterRuleName));
  return (
    <div className="letter-rule">
      <label className="label" htmlFor="letter-rule">
        {t('Letters between donors and recipients')}
      </label>
      <select id="letter-rule" value={data.chosen ?? ''} onChange={({ target: { value } }) => choose(value)}>
        <option value="">{t('No rule chosen: no letters')}</option>
        {data.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <p className="hint">
        {chosen === undefined ? t('Of two registries the stricter rule counts in each point.') : ruleText(chosen)}
      </p>
      <Said error={choosing.error} />
    </div>
  );
}

function useChoosing(organisation: string) {
  const client = useQueryClient();
  const params = { path: { id: organisation } };
  return useMutation({
    mutationFn: async (rule: LetterRuleName | null) =>
      doneOf(await api.PUT('/api/v1/organisations/{id}/letter-rule', { params, body: { rule } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['letter-rules', organisation] }),
  });
}
