import type { Mark, PaperOfPlan, Shipment } from '../api/types.js';
import { MarkIcon, ToneIcon } from '../marks/mark-icon.js';
import { useNow } from '../time/now.js';
import { cityOf, whenText } from '../time/zone.js';
import { ownZone } from '../time/now.js';
import { standingOf, type PaperStanding } from './paper-standing.js';
import { changedText, factText, standingWords } from './paper-words.js';
import { WayToFact } from './way-to-fact.js';
import { t } from '../words/words.js';

interface StandingProps {
  readonly shipment: Shipment;
  readonly paper: PaperOfPlan;
}

/** How a paper stands, by mark and word; why it is outdated, and what it lacks. */
export function PaperStandingText({ shipment, paper }: StandingProps) {
  const standing = standingOf(paper);
  return (
    <>
      <StandingMark standing={standing} />
      {paper.issued !== null && <IssuedText issued={paper.issued} />}
      {paper.missing.length > 0 && (
        <small className="block">
          <span className="ink2">{t('lacks')} </span>
          {paper.missing.map((missing, index) => (
            <span key={missing.fact}>
              {index > 0 && ', '}
              <WayToFact shipment={shipment} missing={missing} words={factText(missing.fact)} />
            </span>
          ))}
        </small>
      )}
    </>
  );
}

const tones: Readonly<Record<PaperStanding, 'danger' | 'warn' | 'plain'>> = {
  valid: 'plain',
  outdated: 'danger',
  withdrawn: 'warn',
  'to-issue': 'plain',
  lacking: 'warn',
  'not-needed': 'plain',
};

/** Of what needs nobody. */
const marks: Readonly<Partial<Record<PaperStanding, Mark>>> = { valid: 'done', 'not-needed': 'not-needed' };

/** The shape says it too; what is valid is ink, so that colour is left for what needs somebody. */
export function StandingMark({ standing }: { readonly standing: PaperStanding }) {
  const tone = tones[standing];
  return (
    <span className={`with-icon ${tone === 'plain' ? '' : tone}`}>
      {tone === 'plain' ? <MarkIcon mark={marks[standing] ?? 'not-yet'} /> : <ToneIcon tone={tone} />}
      {standingWords[standing]}
    </span>
  );
}

function issuedText(valid: boolean, since: string, by: string | null): string {
  if (by === null) return valid ? t('since {since}', { since }) : t('issued {since}', { since });
  return valid ? t('since {since} by {by}', { since, by }) : t('issued {since} by {by}', { since, by });
}

function IssuedText({ issued }: { readonly issued: NonNullable<PaperOfPlan['issued']> }) {
  const now = useNow();
  const { standing, issuedAt, by, changed } = issued;
  const since = `${whenText(Date.parse(issuedAt), ownZone, now)} ${cityOf(ownZone)}`;
  const what = changedText(changed);
  return (
    <>
      {what !== null && <small className="block">{t('changed since: {what}', { what })}</small>}
      <small className="block ink2">{issuedText(standing === 'valid', since, by)}</small>
    </>
  );
}
