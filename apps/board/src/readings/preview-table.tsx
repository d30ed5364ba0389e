import type { FilePreview, ShownReading } from './file-types.js';
import { celsiusText, freshWords, localWords } from './file-words.js';
import { t } from '../words/words.js';

/** The readings of a file at both its ends; before it can be read, its lines as they stand. */
export function PreviewTable({ preview }: { readonly preview: FilePreview }) {
  const { readings, lines, header, logger, zone } = preview;
  if (readings === null) return <Lines header={header} lines={lines} />;
  const { count, inBox, lowest, highest } = readings;
  return (
    <section className="file-part" aria-labelledby="preview-title">
      <h3 id="preview-title">
        {t('{count} readings, {lowest} to {highest}', {
          ...{ count, lowest: celsiusText(lowest), highest: celsiusText(highest) },
        })}
      </h3>
      <p>{freshWords(readings)}</p>
      {inBox < count && (
        <p className="said warn">
          {t(
            '{count} of them are of times when logger {logger} was in no box of this shipment, and will not be taken.',
            { count: count - inBox, logger },
          )}
        </p>
      )}
      <ReadingTable readings={readings} zone={zone} />
    </section>
  );
}

interface ReadingTableProps {
  readonly readings: NonNullable<FilePreview['readings']>;
  readonly zone: string;
}

function ReadingTable({ readings: { count, first, last }, zone }: ReadingTableProps) {
  return (
    <table className="dose file-preview">
      <thead>
        <tr>
          <th scope="col">{t('Line')}</th>
          {zone !== 'UTC' && <th scope="col">{zone}</th>}
          <th scope="col">UTC</th>
          <th scope="col">{t('Reading')}</th>
        </tr>
      </thead>
      <tbody>
        {first.map((reading) => (
          <ReadingLine key={reading.line} reading={reading} inUtc={zone === 'UTC'} />
        ))}
        {last.length > 0 && (
          <tr>
            <td colSpan={zone === 'UTC' ? 3 : 4} className="ink2">
              {t('{count} more', { count: count - first.length - last.length })}
            </td>
          </tr>
        )}
        {last.map((reading) => (
          <ReadingLine key={reading.line} reading={reading} inUtc={zone === 'UTC'} />
        ))}
      </tbody>
    </table>
  );
}

interface ReadingLineProps {
  readonly reading: ShownReading;
  /** Where the zone is UTC, one column says it. */
  readonly inUtc: boolean;
}

function ReadingLine({ reading: { line, at, local, celsius, inBox }, inUtc }: ReadingLineProps) {
  return (
    <tr className={inBox ? undefined : 'pale'}>
      <td>{line}</td>
      {!inUtc && <td>{localWords(local)}</td>}
      <td>{localWords(at)}</td>
      <td>{celsiusText(celsius)}</td>
    </tr>
  );
}

function Lines({ header, lines }: Pick<FilePreview, 'header' | 'lines'>) {
  return (
    <section className="file-part" aria-labelledby="lines-title">
      <h3 id="lines-title">{t('{count} lines, as they stand', { count: lines.count })}</h3>
      <div className="scroll-across">
        <table className="dose file-preview">
          {header !== null && (
            <thead>
              <tr>
                <th scope="col">{t('Line')}</th>
                {header.map((name, at) => (
                  <th key={at} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {[...lines.first, ...lines.last].map(({ line, cells }) => (
              <tr key={line}>
                <td>{line}</td>
                {cells.map((cell, at) => (
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** How the file was read, for whoever doubts it. */
export function UnderstoodList({ understood }: Pick<FilePreview, 'understood'>) {
  return (
    <details className="fold">
      <summary>{t('How the file was read')}</summary>
      <dl className="facts">
        {understood.map(({ what, says }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
