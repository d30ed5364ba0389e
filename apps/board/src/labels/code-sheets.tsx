import type { LabelCode } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Line } from '../shell/small-form.js';
import { ownZone, useNow } from '../time/now.js';
import { localText } from '../time/zone.js';
import { endCode, enterBloodGroup, enterProduct, useCodesAgain } from './use-labels.js';
import { t } from '../words/words.js';

interface SheetProps {
  /** The entry that is said anew; undefined: another is added. */
  readonly code: LabelCode | undefined;
  readonly close: () => void;
}

/** Where it was read, as of when, and who answers for it: of every entry. */
export function useSaidLines(code?: LabelCode): readonly Line[] {
  const today = localText(useNow(), ownZone).slice(0, 10);
  return [
    {
      name: 'source',
      label: t('Where it was read'),
      hint: t('The version of the standard’s database'),
      ...startOf(code?.source),
    },
    { name: 'asOf', label: t('As of'), type: 'date', start: code?.asOf ?? today },
    { name: 'person', label: t('Who answers for it'), ...startOf(code?.person) },
  ];
}

const startOf = (start: string | undefined) => (start === undefined ? {} : { start });

/** Enters a product, or says anew what its code stands for. */
export function ProductSheet({ code, close }: SheetProps) {
  const lines: readonly Line[] = [
    ...(code === undefined
      ? [
          {
            name: 'code',
            label: t('Product description code'),
            hint: t('S and four characters, as S1128'),
            focus: true,
          },
        ]
      : []),
    { name: 'name', label: t('Proper name'), focus: code !== undefined, ...startOf(code?.name) },
    {
      ...{
        name: 'attributes',
        label: t('What follows the name'),
        optional: true,
        ...startOf(code?.attributes ?? undefined),
      },
      hint: t('Attributes, as they stand on the label'),
    },
    ...useSaidLines(code),
  ];
  return (
    <CodeSheet
      {...{ close, lines }}
      title={code === undefined ? t('Add a product') : t('Change {code}', { code: code.code })}
      send={(typed) => enterProduct(code?.version ?? 0, { code: code?.code ?? '', ...typed })}
    />
  );
}

const groups = ['O+', 'O-', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-'].map(
  (each) => [each, each.replace('-', '−')] as const,
);

/** Enters the code of a blood group, or another one. */
export function BloodGroupSheet({ code, close }: SheetProps) {
  const lines: readonly Line[] = [
    ...(code === undefined
      ? [{ name: 'group', label: t('Blood group'), choices: groups, choose: true, focus: true }]
      : []),
    {
      ...{ name: 'code', label: t('Blood groups code'), hint: t('All four characters'), focus: code !== undefined },
      ...startOf(code?.code),
    },
    ...useSaidLines(code),
  ];
  return (
    <CodeSheet
      {...{ close, lines }}
      title={code === undefined ? t('Add a blood group') : t('Change the code of {name}', { name: code.name })}
      send={(typed) => enterBloodGroup(code?.version ?? 0, { group: code?.key ?? '', ...typed })}
    />
  );
}

/** Ends an entry: nothing is printed by it any more. */
export function EndSheet({ code, close }: { readonly code: LabelCode; readonly close: () => void }) {
  const lines: readonly Line[] = [
    { name: 'reason', label: t('Why'), focus: true },
    { name: 'person', label: t('Who answers for it') },
  ];
  return (
    <CodeSheet
      {...{ close, lines, grave: true }}
      title={t('End {key}?', { key: code.key })}
      about={t('Labels of {name} are not made any more then', { name: code.name })}
      send={(typed) => endCode(code, typed)}
    />
  );
}

interface CodeSheetProps {
  readonly title: string;
  readonly about?: string;
  readonly lines: readonly Line[];
  readonly grave?: boolean;
  readonly send: (typed: Readonly<Record<string, string>>) => Promise<unknown>;
  readonly close: () => void;
}

function CodeSheet({ title, about, lines, grave = false, send, close }: CodeSheetProps) {
  const again = useCodesAgain();
  const done = () => {
    close();
    void again();
  };
  return (
    <Sheet title={title} close={close} {...(about === undefined ? {} : { about })}>
      <SmallForm
        {...{ lines, grave, send, done }}
        button={grave ? t('End it') : t('Enter it')}
        busy={grave ? t('Ending…') : t('Entering…')}
      >
        <button type="button" className="button quiet" onClick={close}>
          {t('Leave')}
        </button>
      </SmallForm>
    </Sheet>
  );
}
