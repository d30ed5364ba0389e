import { useState } from 'react';
import type { Grant, Grants } from '../api/types.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { fieldWords, groundsFor, paperWords, readerWords } from './disclosure-words.js';
import type { Whom } from './identity-requests.js';
import { useDisclosing } from './use-disclosures.js';
import { t } from '../words/words.js';

interface AskProps {
  readonly whom: Whom;
  /** What can be asked for. */
  readonly can: Pick<Grants, 'documents' | 'readers' | 'rules'>;
  readonly close: () => void;
}

type Field = Grant['fields'][number];

/** For which paper, which fields of it, by whom, on what ground and for how long. */
export function AskDisclosure({ whom, can, close }: AskProps) {
  const [paper, setPaper] = useState(can.documents[0]?.document ?? 'release-of-names');
  const [fields, setFields] = useState<readonly Field[]>([]);
  const { ask, again } = useDisclosing(whom);
  const room = can.documents.find(({ document }) => document === paper)?.fields ?? [];
  const grounds = groundsFor(paper, can.rules);
  const choose = (chosen: Grant['document']) => {
    setPaper(chosen);
    setFields([]);
  };
  const send = ({ reader, ground, citation = '', days }: Typed) => {
    const { basis, rule, source } = grounds.find(({ value }) => value === ground) ?? grounds[0]!;
    const where = citation.trim() === '' ? source : citation;
    const said = { document: paper, fields: [...fields], basis, rule, citation: where, days: Number(days) };
    return ask({ ...said, reader: reader as Grant['reader'] });
  };
  const done = () => {
    close();
    void again();
  };
  return (
    <section aria-labelledby="ask-disclosure" className="asking">
      <h3 id="ask-disclosure">{t('Ask for a disclosure')}</h3>
      <Papers papers={can.documents.map(({ document }) => document)} chosen={paper} choose={choose} />
      <Fields room={room} chosen={fields} choose={setFields} />
      <RulesOnFile rules={can.rules.filter(({ document }) => document === paper)} />
      <SmallForm
        key={paper}
        lines={linesOf(can.readers, grounds)}
        button={t('Ask for it')}
        busy={t('Asking…')}
        {...{ send, done }}
      >
        <button type="button" className="button quiet" onClick={close}>
          {t('Leave')}
        </button>
      </SmallForm>
    </section>
  );
}

const marks = () => ({ V: t('read in the text itself'), 'V-': t('read in a secondary text') }) as const;

/** What rules were read, how far they can be relied on, and why none opens anything by itself. */
function RulesOnFile({ rules }: Pick<Grants, 'rules'>) {
  return rules.map(({ id, source, mark, asOf, because }) => (
    <p key={id} className="hint">
      {t('On file: {source}, {marks} on {asOf}. {because}', { source, marks: marks()[mark], asOf, because })}
    </p>
  ));
}

function linesOf(readers: Grants['readers'], grounds: ReturnType<typeof groundsFor>): readonly Line[] {
  return [
    { name: 'reader', label: t('Who may read it'), choices: readers.map((part) => [part, readerWords[part]]) },
    { name: 'ground', label: t('On what ground'), choices: grounds.map(({ value, words }) => [value, words]) },
    {
      ...{ name: 'citation', label: t('Where that stands'), optional: true },
      hint: t(
        'Article, rule or date of the consent; of a rule on file it is known. The reader is told it: name nobody',
      ),
    },
    {
      ...{ name: 'days', label: t('For how long'), start: '30' },
      choices: [
        ['7', t('a week')],
        ['30', t('a month')],
        ['90', t('three months')],
        ['365', t('a year')],
      ],
    },
  ];
}

interface PapersProps {
  readonly papers: readonly Grant['document'][];
  readonly chosen: Grant['document'];
  readonly choose: (paper: Grant['document']) => void;
}

function Papers({ papers, chosen, choose }: PapersProps) {
  return (
    <fieldset className="field">
      <legend className="label">{t('For which paper')}</legend>
      <div className="radios tall">
        {papers.map((paper) => (
          <label key={paper} className="radio">
            <input type="radio" name="paper" checked={paper === chosen} onChange={() => choose(paper)} />
            {paperWords[paper]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface FieldsProps {
  readonly room: readonly Field[];
  readonly chosen: readonly Field[];
  readonly choose: (fields: readonly Field[]) => void;
}

function Fields({ room, chosen, choose }: FieldsProps) {
  const turned = (field: Field) =>
    chosen.includes(field) ? chosen.filter((each) => each !== field) : [...chosen, field];
  return (
    <fieldset className="field">
      <legend className="label">{t('Which fields')}</legend>
      <div className="radios">
        {room.map((field) => (
          <label key={field} className="radio">
            <input type="checkbox" checked={chosen.includes(field)} onChange={() => choose(turned(field))} />
            {fieldWords[field]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
