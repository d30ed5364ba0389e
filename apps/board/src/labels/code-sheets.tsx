import type { LabelCode } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Line } from '../shell/small-form.js';
import { ownZone, useNow } from '../time/now.js';
import { localText } from '../time/zone.js';
import { endCode, enterBloodGroup, enterProduct, useCodesAgain } from './use-labels.js';

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
      label: 'Where it was read',
      hint: 'The version of the standard’s database',
      ...startOf(code?.source),
    },
    { name: 'asOf', label: 'As of', type: 'date', start: code?.asOf ?? today },
    { name: 'person', label: 'Who answers for it', ...startOf(code?.person) },
  ];
}

const startOf = (start: string | undefined) => (start === undefined ? {} : { start });

/** Enters a product, or says anew what its code stands for. */
export function ProductSheet({ code, close }: SheetProps) {
  const lines: readonly Line[] = [
    ...(code === undefined
      ? [{ name: 'code', label: 'Product description code', hint: 'S and four characters, as S1128', focus: true }]
      : []),
    { name: 'name', label: 'Proper name', focus: code !== undefined, ...startOf(code?.name) },
    {
      ...{
        name: 'attributes',
        label: 'What follows the name',
        optional: true,
        ...startOf(code?.attributes ?? undefined),
      },
      hint: 'Attributes, as they stand on the label',
    },
    ...useSaidLines(code),
  ];
  return (
    <CodeSheet
      {...{ close, lines }}
      title={code === undefined ? 'Add a product' : `Change ${code.code}`}
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
      ? [{ name: 'group', label: 'Blood group', choices: groups, choose: true, focus: true }]
      : []),
    {
      ...{ name: 'code', label: 'Blood groups code', hint: 'All four characters', focus: code !== undefined },
      ...startOf(code?.code),
    },
    ...useSaidLines(code),
  ];
  return (
    <CodeSheet
      {...{ close, lines }}
      title={code === undefined ? 'Add a blood group' : `Change the code of ${code.name}`}
      send={(typed) => enterBloodGroup(code?.version ?? 0, { group: code?.key ?? '', ...typed })}
    />
  );
}

/** Ends an entry: nothing is printed by it any more. */
export function EndSheet({ code, close }: { readonly code: LabelCode; readonly close: () => void }) {
  const lines: readonly Line[] = [
    { name: 'reason', label: 'Why', focus: true },
    { name: 'person', label: 'Who answers for it' },
  ];
  return (
    <CodeSheet
      {...{ close, lines, grave: true }}
      title={`End ${code.key}?`}
      about={`Labels of ${code.name} are not made any more then`}
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
        button={grave ? 'End it' : 'Enter it'}
        busy={grave ? 'Ending…' : 'Entering…'}
      >
        <button type="button" className="button quiet" onClick={close}>
          Leave
        </button>
      </SmallForm>
    </Sheet>
  );
}
