import { Printer } from 'lucide-react';
import { Link } from 'wouter';
import { useShipment, useSpearDraft } from '../api/questions.js';
import type { SpearDraft } from '../api/types.js';
import { plainName } from '../marks/words.js';
import { Asked } from '../shell/states.js';
import { cityOf, clockText, dateText } from '../time/zone.js';
import { spanText } from '../time/duration.js';
import { useTitle } from '../shell/use-title.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';
import { Fact } from '../shell/fact.js';

interface SpearPageProps {
  readonly shipment: string;
  readonly deviation: string;
}

/** The draft of a deviation's report, to be read, printed, and copied into the registry's own form. */
export function SpearPage({ shipment, deviation }: SpearPageProps) {
  const draft = useSpearDraft(shipment, deviation);
  const reference = useShipment(shipment).data?.reference;
  useTitle(t('S(P)EAR draft {deviation}', { deviation }));
  return (
    <article className="paper" aria-labelledby="spear-title">
      <p className="crumbs">
        {rich(
          '{link} / deviation {deviation}{part}',
          {
            link: <Link href={`/shipments/${shipment}`}>{reference ?? t('Shipment')}</Link>,
            part: (
              <span className="push no-print">
                <button type="button" className="button" onClick={() => window.print()}>
                  <Printer size={16} aria-hidden="true" /> {t('Print')}
                </button>{' '}
                <a href={`/api/v1/shipments/${shipment}/deviations/${deviation}/spear-draft`}>{t('as JSON')}</a>
              </span>
            ),
          },
          { deviation },
        )}
      </p>
      <h1 id="spear-title">{t('S(P)EAR draft, deviation {deviation}', { deviation })}</h1>
      <p className="ink2">
        {t(
          'Made from the log. Donor and recipient are not in it; what was written in free words stands as it was written, and is to be read for names before it is sent.',
        )}
      </p>
      <Asked what={t('the draft')} lines={6} query={draft}>
        {(shown) => <Draft draft={shown} />}
      </Asked>
    </article>
  );
}

function Draft({ draft }: { readonly draft: SpearDraft }) {
  const { temperature } = draft;
  const { zone } = draft.happenedAt;
  return (
    <>
      <dl className="facts">
        <Fact name={t('Kind')}>{plainName(draft.kind)}</Fact>
        <Fact name={t('Seriousness')}>{draft.seriousness ?? t('not graded')}</Fact>
        <Fact name={t('What happened')}>{draft.words}</Fact>
        <Fact name={t('Happened')}>{momentText(draft.happenedAt.at, zone)}</Fact>
        <Fact name={t('Known to us since')}>{momentText(draft.knownAt, zone)}</Fact>
        <Fact name={t('Product')}>{draft.product}</Fact>
        <Fact name={t('From')}>{draft.from}</Fact>
        <Fact name={t('To')}>{draft.to}</Fact>
        <Fact name={t('Temperature ordered')}>
          {t('{orderedMinCelsius} to {orderedMaxCelsius} °C', {
            orderedMinCelsius: temperature.orderedMinCelsius,
            orderedMaxCelsius: temperature.orderedMaxCelsius,
          })}
        </Fact>
        <Fact name={t('In the box when opened')}>
          {temperature.onOpeningCelsius === null ? t('not opened yet') : `${temperature.onOpeningCelsius} °C`}
        </Fact>
      </dl>
      <Bags bags={draft.bags} zone={draft.happened[0]?.zone ?? zone} />
      <Lines title={t('Course of events')} lines={draft.happened} none={t('Nothing is recorded.')} />
      <Lines title={t('What was done')} lines={draft.actions} none={t('Nothing was done about it yet.')} />
      <dl className="facts">
        <Fact name={t('Outcome')}>{draft.outcome ?? t('open')}</Fact>
        <Fact name={t('Corrective action')}>{draft.correctiveAction ?? t('open')}</Fact>
      </dl>
    </>
  );
}

function Bags({ bags, zone }: { readonly bags: SpearDraft['bags']; readonly zone: string }) {
  if (bags.length === 0) return null;
  return (
    <section>
      <h2>{t('Bags')}</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">DIN</th>
            <th scope="col">{t('Product code')}</th>
            <th scope="col">{t('Volume')}</th>
            <th scope="col">{t('Collection ended')}</th>
            <th scope="col">{t('Its end')}</th>
          </tr>
        </thead>
        <tbody>
          {bags.map(({ din, productCode, volumeMl, collectionEndedAt, ended }) => (
            <tr key={`${din} ${productCode}`}>
              <th scope="row">{din}</th>
              <td data-title={t('Product code')}>{productCode}</td>
              <td data-title={t('Volume')}>{t('{volumeMl} mL', { volumeMl })}</td>
              <td data-title={t('Collection ended')}>{momentText(collectionEndedAt, zone)}</td>
              <td data-title={t('Its end')}>
                {ended === null
                  ? t('open')
                  : t('{how}, {moment}, {span} old', {
                      how: plainName(ended.how),
                      moment: momentText(ended.at.at, ended.at.zone),
                      span: spanText(ended.ageMinutes * 60_000),
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: SpearDraft['happened'];
  readonly none: string;
}

function Lines({ title, lines, none }: LinesProps) {
  return (
    <section>
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p className="none">{none}</p>
      ) : (
        <table className="log">
          <tbody>
            {lines.map(({ at, zone, what }) => (
              <tr key={`${at} ${what}`}>
                <td className="nowrap">{momentText(at, zone)}</td>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** With its year: a paper is read long after. */
function momentText(at: string, zone: string): string {
  const moment = Date.parse(at);
  return t('{date}, {clock} {city}', {
    ...{ date: dateText(moment, zone), clock: clockText(moment, zone), city: cityOf(zone) },
  });
}
