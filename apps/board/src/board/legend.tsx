import type { Mark } from '../api/types.js';
import { MarkIcon } from '../marks/mark-icon.js';
import { markWords, stages } from '../marks/words.js';
import { t } from '../words/words.js';

const marks: readonly Mark[] = ['done', 'running', 'waiting', 'trouble', 'not-yet', 'not-needed'];

/** What the columns' letters, the marks and the bar mean. */
export function Legend() {
  return (
    <details className="legend-fold">
      <summary>{t('What the marks mean')}</summary>
      <Marks />
      <ul className="legend" aria-label={t('Stages')}>
        {Object.values(stages).map(({ head, name }) => (
          <li key={head}>
            <strong>{head}</strong> {name}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Marks() {
  return (
    <ul className="legend" aria-label={t('Marks')}>
      {marks.map((mark) => (
        <li key={mark}>
          <MarkIcon mark={mark} /> {markWords[mark]}
        </li>
      ))}
      <li>
        <svg className="bag-bar" viewBox="0 0 44 18" width="44" height="18" aria-hidden="true">
          <rect className="ahead" x="0.5" y="5.5" width="43" height="7" />
          <rect className="age" x="0" y="5" width="22" height="8" />
        </svg>{' '}
        {t('age now, and at infusion')}
      </li>
      <li>
        <svg className="bag-bar" viewBox="0 0 6 18" width="6" height="18" aria-hidden="true">
          <path className="target" d="M3 3v13" />
        </svg>{' '}
        {t('target')}
      </li>
      <li>
        <svg className="bag-bar" viewBox="0 0 6 18" width="6" height="18" aria-hidden="true">
          <path className="limit" d="M3 2v15" />
        </svg>{' '}
        {t('limit')}
      </li>
    </ul>
  );
}
