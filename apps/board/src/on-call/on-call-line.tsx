import { Link } from 'wouter';
import { useOnCall } from '../api/on-call.js';
import { useMe } from '../api/questions.js';
import type { OnCall } from '../api/types.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { useNow } from '../time/now.js';
import { calledNow } from './called-now.js';
import { t } from '../words/words.js';

/** Says, once and not at each shipment, that an alert reaches nobody of the operator's but on this board; whose every alert is told, so nobody else is asked to see to it. */
export function OnCallLine() {
  const runs = useMe().data?.organisation.kind === 'operator';
  return runs ? <OfOperator /> : null;
}

function OfOperator() {
  const { data } = useOnCall();
  return data === undefined ? null : <Line roster={data} />;
}

function Line({ roster }: { readonly roster: OnCall }) {
  const called = calledNow(roster, useNow());
  if (called === 'somebody') return null;
  return (
    <div role="region" aria-label={t('Who is called')} className="lost">
      <ToneIcon tone="warn" />
      <p>
        <strong>
          {called === 'nobody'
            ? t('Nobody of ours is on call: alerts reach none of us outside this board.')
            : t(
                'This server has no channel that reaches whoever is on call: alerts reach none of us outside this board.',
              )}
        </strong>{' '}
        <Link href="/on-call">{t('See who is on call')}</Link>
      </p>
    </div>
  );
}
