import type { FileProblems } from './file-types.js';
import { moreWords } from './file-words.js';
import { t } from '../words/words.js';

interface FileProblemListProps {
  readonly problems: FileProblems;
  readonly title: string;
  /** Unfolded from the first. */
  readonly open?: boolean;
}

/** Lines that give no reading, and why; folded unless told, with their number. */
export function FileProblemList({ problems, title, open = false }: FileProblemListProps) {
  if (problems.count === 0) return null;
  const more = moreWords(problems.count, problems.items.length);
  return (
    <details className="fold" open={open}>
      <summary>
        {title} <small className="ink2">{problems.count}</small>
      </summary>
      <ul>
        {problems.items.map(({ line, sentence }) => (
          <li key={`${line} ${sentence}`}>
            <strong>{t('Line {line}', { line })}</strong> {sentence}
          </li>
        ))}
        {more !== '' && <li>{more}</li>}
      </ul>
    </details>
  );
}
