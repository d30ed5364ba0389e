import { useId } from 'react';
import { useSaid } from '../act/fields/frame.js';
import type { Requests } from './use-requests.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';

type Paper = Requests['papers'][number];

interface PaperChoiceProps {
  readonly papers: readonly Paper[];
  readonly most: number;
  /** Those that are about the request: they stand first. */
  readonly suggested: readonly string[];
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
}

/** Which of the valid papers are attached; those that are about the request are chosen at first. */
export function PaperChoice({ papers, most, suggested, chosen, choose }: PaperChoiceProps) {
  const id = useId();
  const said = useSaid('/papers', true);
  const boxes = { chosen, choose };
  const first = papers.filter(({ document }) => suggested.includes(document));
  const others = papers.filter(({ document }) => !suggested.includes(document));
  return (
    <fieldset className="group" aria-describedby={said.length === 0 ? undefined : id}>
      <legend className="label">{t('Papers to attach')}</legend>
      <Boxes papers={first} {...boxes} />
      {others.length > 0 && (
        <details className="fold" open={first.length === 0}>
          <summary>{rich('Other papers {small}', { small: <small className="ink2">{others.length}</small> })}</summary>
          <Boxes papers={others} {...boxes} />
        </details>
      )}
      {chosen.length > most && <p className="said danger">{t('At most {most} papers are attached.', { most })}</p>}
      {said.length > 0 && (
        <p id={id} className="said danger">
          {said.join(' ')}
        </p>
      )}
    </fieldset>
  );
}

function Boxes({ papers, chosen, choose }: Pick<PaperChoiceProps, 'papers' | 'chosen' | 'choose'>) {
  const turned = (document: string) =>
    chosen.includes(document) ? chosen.filter((each) => each !== document) : [...chosen, document];
  return papers.map(({ document, says, reference }) => (
    <label key={document} className="paper-choice">
      <input type="checkbox" checked={chosen.includes(document)} onChange={() => choose(turned(document))} />
      <span>
        {says} <small className="block ink2">{`${reference}.pdf`}</small>
      </span>
    </label>
  ));
}
