import { useState } from 'react';
import { useMay } from '../api/questions.js';
import type { LabelCode } from '../api/types.js';
import { calendarText } from '../time/named-day.js';
import { Asked, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { BloodGroupSheet, EndSheet, ProductSheet } from './code-sheets.js';
import { ImportSheet } from './import-sheet.js';
import { listWords } from './label-words.js';
import { useLabelCodes } from './use-labels.js';
import { t } from '../words/words.js';

type Doing =
  { readonly what: 'product' | 'blood-group' | 'end'; readonly code?: LabelCode } | { readonly what: 'import' };

/** The site's own list of the codes on labels: nothing is printed of a product that is not in it. */
export function LabelCodesPage() {
  const codes = useLabelCodes();
  const [doing, start] = useState<Doing>();
  useTitle(t('Codes on labels'));
  return (
    <section className="register" aria-labelledby="label-codes-title">
      <div className="bar">
        <h1 id="label-codes-title">{t('Codes on labels')}</h1>
        <span className="ink2">{codes.data?.total}</span>
        <Adding start={start} />
      </div>
      <p className="small ink2">
        {t(
          'What ISBT 128 codes stand for, as your site has it under its own licence: no table of the standard comes along. A bag whose product or blood group is not here gets no label.',
        )}
      </p>
      <Asked what={t('the list')} lines={4} query={codes}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={t('Nothing is entered yet')}>
              {t('Add the products that are labelled here, or bring them from a file.')}
            </Nothing>
          ) : (
            (['products', 'blood-groups'] as const).map((list) => (
              <Codes key={list} {...{ list, start }} items={items.filter((each) => each.list === list)} />
            ))
          )
        }
      </Asked>
      {doing !== undefined && <Sheets doing={doing} close={() => start(undefined)} />}
    </section>
  );
}

type Start = (doing: Doing) => void;

function Adding({ start }: { readonly start: Start }) {
  const [enters, imports] = [useMay('putProductCode'), useMay('importProductCodes')];
  if (!enters) return null;
  return (
    <span className="push rule-filter">
      {imports && (
        <button type="button" className="button" onClick={() => start({ what: 'import' })}>
          {t('From a file')}
        </button>
      )}
      <button type="button" className="button" onClick={() => start({ what: 'blood-group' })}>
        {t('Add a blood group')}
      </button>
      <button type="button" className="button first" onClick={() => start({ what: 'product' })}>
        {t('Add a product')}
      </button>
    </span>
  );
}

function Sheets({ doing, close }: { readonly doing: Doing; readonly close: () => void }) {
  if (doing.what === 'import') return <ImportSheet close={close} />;
  const { what, code } = doing;
  if (what === 'product') return <ProductSheet code={code} close={close} />;
  if (what === 'blood-group') return <BloodGroupSheet code={code} close={close} />;
  return code === undefined ? null : <EndSheet code={code} close={close} />;
}

interface CodesProps {
  readonly list: LabelCode['list'];
  readonly items: readonly LabelCode[];
  readonly start: Start;
}

function Codes({ list, items, start }: CodesProps) {
  const enters = useMay('putProductCode');
  if (items.length === 0) return null;
  return (
    <section aria-label={listWords[list]}>
      <h2>{listWords[list]}</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('Code')}</th>
            <th scope="col">{t('Stands for')}</th>
            <th scope="col">{t('Read in')}</th>
            <th scope="col">{t('Entered')}</th>
            {enters && <th scope="col">{t('Change')}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((code) => (
            <Line key={code.key} {...{ code, start, enters }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LineProps {
  readonly code: LabelCode;
  readonly start: Start;
  readonly enters: boolean;
}

function Line({ code, start, enters }: LineProps) {
  return (
    <tr>
      <th scope="row">{code.code}</th>
      <td data-title={t('Stands for')}>
        {code.name}
        {code.attributes !== null && <small className="block ink2">{code.attributes}</small>}
      </td>
      <td data-title={t('Read in')}>
        {code.source}
        <small className="block ink2">{t('as of {date}', { date: calendarText(code.asOf) })}</small>
      </td>
      <td data-title={t('Entered')}>
        {code.person}
        <small className="block ink2">
          {t('by {by}', { by: code.by })}
          {code.version > 1 && t(', version {version}', { version: code.version })}
        </small>
      </td>
      {enters && (
        <td data-title={t('Change')}>
          <Changing code={code} start={start} />
        </td>
      )}
    </tr>
  );
}

function Changing({ code, start }: { readonly code: LabelCode; readonly start: Start }) {
  const what = code.list === 'products' ? 'product' : 'blood-group';
  return (
    <>
      <button
        type="button"
        className="plain"
        aria-label={t('Change {key}', { key: code.key })}
        onClick={() => start({ what, code })}
      >
        {t('Change')}
      </button>{' '}
      <button
        type="button"
        className="plain"
        aria-label={t('End {key}', { key: code.key })}
        onClick={() => start({ what: 'end', code })}
      >
        {t('End')}
      </button>
    </>
  );
}
