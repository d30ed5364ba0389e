import { useId, useState } from 'react';
import { OfferSheet } from '../act/offer-sheet.js';
import { useMay } from '../api/questions.js';
import type { Shipment } from '../api/types.js';
import { Asked } from '../shell/states.js';
import { RequestMail } from '../requests/request-mail.js';
import { ScanPicker } from './scan-picker.js';
import { answerWords, fileWords, nameOf, ofRequest } from './scan-words.js';
import { addressOf, useScans, type Scan, type ScannedRequest, type Scans as Told } from './use-scans.js';
import { t } from '../words/words.js';

/** What customs and airport security answered, with the scans of their papers, and other documents; for the operator's people. Never "scanned": that is what is done to a box by X-ray. */
export function Scans({ shipment }: { readonly shipment: Pick<Shipment, 'id'> }) {
  const may = useMay('listScans');
  const scans = useScans(shipment.id);
  if (!may || (scans.data !== undefined && scans.data.requests.length + scans.data.items.length === 0)) return null;
  return (
    <section aria-labelledby="scans-title">
      <div className="bar">
        <h2 id="scans-title">{t('Answers on paper')}</h2>
      </div>
      <Asked what={t('the scans of papers')} lines={2} query={scans}>
        {(told) => <List shipment={shipment.id} told={told} />}
      </Asked>
    </section>
  );
}

interface ListProps {
  readonly shipment: string;
  readonly told: Told;
}

function List({ shipment, told: { items, requests, left } }: ListProps) {
  const keeps = useMay('keepScan') && left > 0;
  const [wrong, setWrong] = useState<Scan>();
  const shown = { shipment, keeps, withdraw: setWrong };
  const known = new Map(items.map((scan) => [scan.scan, scan]));
  const documents = items.filter(({ subject, withdrawn }) => subject.kind === 'document' && withdrawn === null);
  return (
    <>
      <ul className="border-list">
        {requests.map((request) => (
          <Request key={request.says} request={request} known={known} {...shown} />
        ))}
        {documents.map((scan) => (
          <li key={scan.scan}>
            <p>
              <strong>{scan.says}</strong>
            </p>
            <Line scan={scan} {...shown} />
          </li>
        ))}
      </ul>
      {keeps && <OtherDocument shipment={shipment} />}
      {left === 0 && <p className="hint">{t('No more are kept. Withdraw those that are not needed.')}</p>}
      {wrong !== undefined && (
        <OfferSheet
          shipment={shipment}
          offer={{ command: 'WithdrawScan', prefill: { scan: wrong.scan }, label: t('Withdraw a scan') }}
          close={() => setWrong(undefined)}
        />
      )}
    </>
  );
}

interface ShownProps {
  readonly shipment: string;
  /** Whether whoever looks may add one now. */
  readonly keeps: boolean;
  readonly withdraw: (scan: Scan) => void;
}

interface RequestProps extends ShownProps {
  readonly request: ScannedRequest;
  readonly known: ReadonlyMap<string, Scan>;
}

function Request({ request, known, ...shown }: RequestProps) {
  const { says, answered, scans } = request;
  return (
    <li>
      <p>
        <strong>{says}</strong> <span className="status">{answerWords(request)}</span>
      </p>
      <RequestMail shipment={shown.shipment} name={nameOf(request)} about={says} />
      {answered && scans.length === 0 && <small className="block warn">{t('no scan of the answer')}</small>}
      {scans.map((number) => {
        const scan = known.get(number);
        return scan === undefined ? null : <Line key={number} scan={scan} {...shown} />;
      })}
      {shown.keeps && (
        <ScanPicker shipment={shown.shipment} of={ofRequest(request)} about={t('the answer: {says}', { says })} />
      )}
    </li>
  );
}

function Line({ scan, shipment, withdraw }: ShownProps & { readonly scan: Scan }) {
  const may = useMay('keepScan');
  return (
    <p className="small">
      <a href={addressOf(shipment, scan)} download>
        {t('Scan {scan}', { scan: scan.scan })}
      </a>{' '}
      <span className="ink2">{fileWords(scan)}</span>{' '}
      {may && (
        <button type="button" className="button quiet" onClick={() => withdraw(scan)}>
          {t('Wrong file')}
          <span className="unseen">{t(': withdraw scan {scan}', { scan: scan.scan })}</span>
        </button>
      )}
    </p>
  );
}

/** Any other paper, by what it is called. */
function OtherDocument({ shipment }: { readonly shipment: string }) {
  const id = useId();
  const [name, setName] = useState('');
  const called = name.trim();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {t('Another document')}
      </label>
      <input
        id={id}
        value={name}
        maxLength={60}
        placeholder={t('what it is called, such as Import permit')}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <p className="hint">
        {t('PDF, JPEG or PNG, at most 8 MiB. The name stands in the log: nobody’s name belongs in it.')}
      </p>
      {called !== '' && <ScanPicker shipment={shipment} of={{ document: called }} about={called} />}
    </div>
  );
}
