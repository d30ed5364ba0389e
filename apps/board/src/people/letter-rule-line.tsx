import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { doneOf } from '../api/people.js';
import type { LetterRuleName } from '../api/types.js';
import { useLetterRules } from '../letters/use-letters.js';
import { ruleText } from './people-words.js';

/** Which rule of letters a registry keeps to; until one is chosen, no letters go. */
export function LetterRuleLine({ organisation }: { readonly organisation: string }) {
  const { data } = useLetterRules(organisation, true);
  const client = useQueryClient();
  const choosing = useMutation({
    mutationFn: async (rule: string | null) =>
      doneOf(
        await api.PUT('/api/v1/organisations/{id}/letter-rule', {
          params: { path: { id: organisation } },
          body: { rule: rule as LetterRuleName | null },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['letter-rules', organisation] }),
  });
  if (data === undefined) return null;
  const chosen = data.items.find(({ id }) => id === data.chosen);
  return (
    <div className="letter-rule">
      <label className="label" htmlFor="letter-rule">
        Letters between donors and recipients
      </label>
      <select
        id="letter-rule"
        value={data.chosen ?? ''}
        onChange={({ target: { value } }) => choosing.mutate(value === '' ? null : value)}
      >
        <option value="">No rule chosen: no letters</option>
        {data.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <p className="hint">
        {chosen === undefined ? 'Of two registries the stricter rule counts in each point.' : ruleText(chosen)}
      </p>
      {choosing.error !== null && (
        <p role="alert" className="said danger">
          {choosing.error.message}
        </p>
      )}
    </div>
  );
}
