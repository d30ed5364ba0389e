import type { FileProblems } from './file-types.js';
import { moreWords } from './file-words.js';

/** Lines that give no reading, and why; folded, with their number. */
export function FileProblemList({ problems, title }: { readonly problems: FileProblems; readonly title: string }) {
  if (problems.count === 0) return null;
  const more = moreWords(problems.count, problems.items.length);
  return (
    <details className="fold">
      <summary>
        {title} <small className="ink2">{problems.count}</small>
      </summary>
      <ul>
        {problems.items.map(({ line, sentence }) => (
          <li key={`${line} ${sentence}`}>
            <strong>Line {line}</strong> {sentence}
          </li>
        ))}
        {more !== '' && <li>{more}</li>}
      </ul>
    </details>
  );
}
