import { useState } from 'react';
import type { LabelCodesImported } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { useSaidLines } from './code-sheets.js';
import { importProducts, useCodesAgain } from './use-labels.js';
import { t } from '../words/words.js';

const csvLine = (): Line => ({
  ...{ name: 'csv', label: t('The file’s lines'), long: true, focus: true },
  hint: t(
    'The first names the columns: code, name, attributes. Commas, semicolons or tabs; copied out of a table will do.',
  ),
});

function begunWith(line: Line, start: string | undefined): Line {
  return start === undefined ? line : { ...line, start };
}

/** Products of a file: looked at first, line by line, and entered once somebody has seen what it comes to. */
export function ImportSheet({ close }: { readonly close: () => void }) {
  const [typed, keep] = useState<Typed>({});
  const [told, tell] = useState<LabelCodesImported>();
  const said = useSaidLines();
  const again = useCodesAgain();
  const lines = [csvLine(), ...said].map((line) => begunWith(line, typed[line.name]));
  const look = async (given: Typed) => {
    keep(given);
    tell(await importProducts(true, given));
  };
  const enter = () => importProducts(false, typed);
  const done = () => {
    close();
    void again();
  };
  return (
    <Sheet title={t('Products from a file')} about={t('Every line is entered, or none')} close={close}>
      {told === undefined ? (
        <SmallForm lines={lines} button={t('Look at it')} busy={t('Looking…')} send={look}>
          <Leave close={close} />
        </SmallForm>
      ) : (
        <>
          <Seen told={told} />
          <SmallForm lines={[]} button={t('Enter them')} busy={t('Entering…')} send={enter} done={done}>
            <button type="button" className="button quiet" onClick={() => tell(undefined)}>
              {t('Change the file')}
            </button>
          </SmallForm>
        </>
      )}
    </Sheet>
  );
}

function Leave({ close }: { readonly close: () => void }) {
  return (
    <button type="button" className="button quiet" onClick={close}>
      {t('Leave')}
    </button>
  );
}

const words = () => ({ new: 'new', changed: 'changed', same: t('stands so already') }) as const;

function Seen({ told: { items } }: { readonly told: LabelCodesImported }) {
  const moved = items.filter(({ becomes }) => becomes !== 'same').length;
  return (
    <>
      <p role="status">{t('{moved} of {length} lines enter something.', { moved, length: items.length })}</p>
      <ul className="border-list">
        {items.map(({ line, code, name, attributes, becomes }) => (
          <li key={line}>
            <strong>{code}</strong> {name} <span className="status">{words()[becomes]}</span>
            {attributes !== null && <small className="block ink2">{attributes}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
