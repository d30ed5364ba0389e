import type { StripMark } from '../api/types.js';
import { MarkIcon } from '../marks/mark-icon.js';
import { StageStrip } from '../marks/stage-strip.js';
import { markWords, stages, toneOf } from '../marks/words.js';
import { t } from '../words/words.js';

/** The ten stages with their names and one line each; those that matter have a coloured edge. On the phone the strip, and only those. */
export function StageBand({ strip }: { readonly strip: readonly StripMark[] }) {
  return (
    <section aria-label={t('Stages')}>
      <div className="band-strip">
        <StageStrip strip={strip} />
      </div>
      <ol className="band">
        {strip.map(({ name, mark, says }) => (
          <li key={name} className={`${toneOf(mark)} ${toneOf(mark) === '' ? 'quiet' : ''}`}>
            <MarkIcon mark={mark} />
            <strong>{stages[name]?.name ?? name}</strong>
            <span className="unseen">{markWords[mark]}: </span>
            <small>{says}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
