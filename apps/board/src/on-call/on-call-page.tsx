import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { putOnCall, useOnCall } from '../api/on-call.js';
import type { OnCall, RosterBody } from '../api/types.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { Asked } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { NotSent } from './not-sent.js';
import { RosterForm } from './roster-form.js';
import { namesIn } from './names.js';
import type { AddedTo } from './roster-change.js';
import { DatedTable, SpanTable, StandInTable, WeekTable } from './roster-tables.js';
import { t } from '../words/words.js';

/** Who is told of alerts that nobody acknowledges: now, in the next days, and by which rule. */
export function OnCallPage() {
  const onCall = useOnCall();
  useTitle(t('On call'));
  return (
    <section className="register" aria-labelledby="on-call-title">
      <div className="bar">
        <h1 id="on-call-title">{t('On call')}</h1>
      </div>
      <p className="ink2">
        {t('Whoever is on call is told of each alert that nobody has acknowledged.')}{' '}
        <Link href="/account">{t('How you are told stands under your account.')}</Link>
      </p>
      <Asked what={t('who is on call')} lines={6} query={onCall}>
        {(roster) => <Roster roster={roster} />}
      </Asked>
    </section>
  );
}

function Roster({ roster }: { readonly roster: OnCall }) {
  const client = useQueryClient();
  const [adding, setAdding] = useState<AddedTo>();
  const write = async (body: RosterBody) => {
    await putOnCall(roster.revision, body);
    await client.invalidateQueries({ queryKey: ['on-call'] });
  };
  const tables = { roster, write: roster.mayChange ? write : undefined };
  return (
    <>
      <NotSent sends={roster.sends} />
      <Now roster={roster} />
      <SpanTable roster={roster} />
      <WeekTable {...tables} />
      <DatedTable {...tables} />
      <StandInTable {...tables} />
      {roster.mayChange && adding === undefined && <Adding add={setAdding} />}
      {adding !== undefined && (
        <RosterForm roster={roster} list={adding} write={write} close={() => setAdding(undefined)} />
      )}
    </>
  );
}

function Now({ roster }: { readonly roster: OnCall }) {
  const names = namesIn(roster);
  const mute = roster.now.filter((id) => roster.people.some((each) => each.account === id && !each.reachable));
  if (roster.now.length === 0)
    return (
      <p role="status">
        <ToneIcon tone="danger" /> {t('Nobody is on call: alerts stand on the board alone.')}
      </p>
    );
  return (
    <>
      <p>
        {t('On call now:')} <strong>{roster.now.map(names).join(t(', then '))}</strong>
      </p>
      {mute.length > 0 && (
        <p>
          <ToneIcon tone="warn" />{' '}
          {t('{mute}: no channel is known by which this server sends, so nothing reaches them.', {
            mute: mute.map(names).join(', '),
          })}
        </p>
      )}
    </>
  );
}

function Adding({ add }: { readonly add: (list: AddedTo) => void }) {
  return (
    <div className="offers">
      <button type="button" className="button" onClick={() => add('shifts')}>
        {t('Add a weekly turn')}
      </button>
      <button type="button" className="button" onClick={() => add('exceptions')}>
        {t('Add a dated turn')}
      </button>
      <button type="button" className="button" onClick={() => add('substitutions')}>
        {t('Name somebody who stands in')}
      </button>
    </div>
  );
}
