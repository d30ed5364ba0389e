import type { Field } from '../act/form-model.js';
import { momentText } from '../people/moment-text.js';
import { entryLines } from './entry-words.js';
import type { Entry } from './entry.js';
import { t } from '../words/words.js';

interface EntryShownProps {
  readonly fields: readonly Field[];
  readonly known: unknown;
  readonly entered: Entry['entered'];
}

/** What was entered, by whom and when. */
export function EntryShown({ fields, known, entered }: EntryShownProps) {
  const lines = entryLines(fields, known);
  return (
    <>
      {lines.length === 0 ? (
        <p className="ink2">{t('Nothing is entered.')}</p>
      ) : (
        <dl className="facts">
          {lines.map(({ label, texts }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {texts.map((text, index) => (
                  // Each line by itself: one that is written from the right turns no other around.
                  <bdi key={index} className="block">
                    {text}
                  </bdi>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {entered !== null && (
        <p className="hint">{t('Entered by {by}, {moment}', { by: entered.by, moment: momentText(entered.at) })}</p>
      )}
    </>
  );
}
