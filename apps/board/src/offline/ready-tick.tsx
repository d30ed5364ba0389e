import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { ToneIcon } from '../marks/mark-icon.js';
import { useMe } from '../api/questions.js';
import { useNow } from '../time/now.js';
import { t } from '../words/words.js';
import { keptAnswer } from './answers.js';
import { missingPapers } from './kept-papers.js';
import { hereText } from './times.js';
import type { Trip } from './trip.js';
import { carries } from './whose-phone.js';
import { useWorker } from './worker.js';

/** What of a trip lies on this phone. */
interface Readiness {
  readonly at: number;
  readonly papers: number;
  readonly pocket: boolean;
}

/** Whether the trip can go on without network, as of when, and what is missing. */
export function ReadyTick({ shipment }: { readonly shipment: string }) {
  const me = useMe().data;
  const account = me != null && carries(me) ? me.name : null;
  const { kept } = useWorker();
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['ready', shipment, account],
    queryFn: () => readinessOf(account, shipment),
    refetchInterval: 15_000,
  });
  if (account === null || data === undefined) return null;
  const missing = missingTexts(data, kept);
  if (data === null || missing.length > 0) return <NotReady missing={missing} />;
  return (
    <p className="ready with-icon" role="status">
      <Check size={20} aria-hidden="true" />
      {t('Ready without network, as of {time}', { time: hereText(data.at, now) })}
    </p>
  );
}

function NotReady({ missing }: { readonly missing: readonly string[] }) {
  return (
    <p className="ready with-icon warn" role="status">
      <ToneIcon tone="warn" />
      <span>
        {t('Not ready without network yet.')} {missing.join(' ')}
      </span>
    </p>
  );
}

async function readinessOf(account: string | null, shipment: string): Promise<Readiness | null> {
  const kept = account === null ? undefined : await keptAnswer<Trip>(account, `trip ${shipment}`);
  if (account === null || kept === undefined) return null;
  const papers = await missingPapers(account, shipment, kept.value.papers);
  return { at: kept.at, papers, pocket: kept.value.pocket !== null };
}

function missingTexts(data: Readiness | null, appKept: boolean): readonly string[] {
  const app = appKept ? [] : [t('The app itself is not on this phone: this takes a secure address.')];
  if (data === null) return [...app, t('The trip is not on this phone.')];
  const { papers: count, pocket } = data;
  return [
    ...app,
    ...(count === 0 ? [] : [t('{count, plural, one {# paper is} other {# papers are}} missing.', { count })]),
    ...(pocket ? [] : [t('The officer’s sentences and the codes are missing.')]),
  ];
}
