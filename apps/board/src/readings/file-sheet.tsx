import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type ChangeEvent } from 'react';
import { Sheet } from '../shell/sheet.js';
import { FileProblemList } from './file-problems.js';
import { FileQuestions } from './file-questions.js';
import { previewFile, takeFile } from './file-requests.js';
import { PreviewTable, UnderstoodList } from './preview-table.js';
import type { BoundLogger, FileAnswers, FilePreview, FileTaken } from './file-types.js';
import { answersTo, takenWords, takeWords } from './file-words.js';
import { t } from '../words/words.js';

interface FileSheetProps {
  readonly shipment: string;
  readonly loggers: readonly BoundLogger[];
  readonly close: () => void;
}

/** Choose a file, see what it says, answer what it does not say, and confirm. */
export function FileSheet({ shipment, loggers, close }: FileSheetProps) {
  const [logger, setLogger] = useState(numbersOf(loggers)[0] ?? '');
  return (
    <Sheet title={t('Readings from a file')} about={t('Nothing counts before you confirm it')} close={close}>
      <LoggerChoice loggers={loggers} logger={logger} change={setLogger} />
      {/* What was seen was seen for one logger: for another one begins anew. */}
      <Handing key={logger} shipment={shipment} logger={logger.trim()} close={close} />
    </Sheet>
  );
}

interface HandingProps {
  readonly shipment: string;
  readonly logger: string;
  readonly close: () => void;
}

function Handing({ shipment, logger, close }: HandingProps) {
  const { seen, looking, taking, choose, look, take } = useHandingIn(shipment, logger);
  if (taking.data !== undefined) return <Taken taken={taking.data} close={close} />;
  return (
    <>
      {logger !== '' && <FileChoice choose={choose} />}
      {looking.isPending && <p role="status">{t('Reading the file…')}</p>}
      <Failed error={looking.error ?? taking.error} />
      {seen !== undefined && <Seen key={seen.preview.sha256} seen={seen} answer={(given) => look(seen.bytes, given)} />}
      <div className="sheet-foot">
        {seen !== undefined && isReady(seen.preview) && (
          <TakeButton preview={seen.preview} busy={taking.isPending} take={take} />
        )}
        <button type="button" className="button quiet" onClick={close}>
          {t('Leave')}
        </button>
      </div>
    </>
  );
}

interface TakeButtonProps {
  readonly preview: FilePreview;
  readonly busy: boolean;
  readonly take: () => void;
}

/** None where nothing is new: it would take none. */
function TakeButton({ preview, busy, take }: TakeButtonProps) {
  const words = takeWords(preview.readings ?? { fresh: 0 });
  if (words === null) return null;
  return (
    <button type="button" className="button first" aria-disabled={busy} onClick={take}>
      {busy ? t('Taking…') : words}
    </button>
  );
}

/** A file that was looked at, with the answers by which it was read so. */
interface SeenFile {
  readonly bytes: ArrayBuffer;
  readonly answers: FileAnswers;
  readonly preview: FilePreview;
}

/** Looking at a file and taking it. What was seen of it stays until something else was, for an answer may be refused; with another file it goes, whatever becomes of that one. */
function useHandingIn(shipment: string, logger: string) {
  const client = useQueryClient();
  const [seen, setSeen] = useState<SeenFile>();
  const chosen = useRef<ArrayBuffer>(undefined);
  const looking = useMutation({
    mutationFn: ({ bytes, answers }: Omit<SeenFile, 'preview'>) => previewFile({ shipment, logger, bytes, answers }),
    onSuccess: (preview, of) => {
      if (of.bytes === chosen.current) setSeen({ ...of, preview });
    },
  });
  const taking = useMutation({
    mutationFn: ({ bytes, answers, preview }: SeenFile) =>
      takeFile({ shipment, logger, bytes, answers }, preview.sha256),
    onSuccess: () => client.invalidateQueries({ queryKey: ['shipment', shipment] }),
  });
  const look = (bytes: ArrayBuffer, answers: FileAnswers) => {
    taking.reset();
    looking.mutate({ bytes, answers });
  };
  const choose = (bytes: ArrayBuffer) => {
    chosen.current = bytes;
    setSeen(undefined);
    look(bytes, {});
  };
  const take = () => {
    if (seen !== undefined && !taking.isPending) taking.mutate(seen);
  };
  return { seen, looking, taking, choose, look, take };
}

function isReady({ readings, questions }: FilePreview): boolean {
  return readings !== null && questions.every(({ chosen }) => chosen !== null);
}

interface LoggerChoiceProps {
  readonly loggers: readonly BoundLogger[];
  readonly logger: string;
  readonly change: (logger: string) => void;
}

function LoggerChoice({ loggers, logger, change }: LoggerChoiceProps) {
  const id = useId();
  const numbers = numbersOf(loggers);
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {t('Logger')}
      </label>
      {numbers.length === 0 && (
        <input
          id={id}
          value={logger}
          placeholder={t('its number, as on the device')}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => change(target.value)}
        />
      )}
      {numbers.length > 0 && (
        <select id={id} value={logger} onChange={({ target }) => change(target.value)}>
          {numbers.map((each) => (
            <option key={each} value={each}>
              {each}, {loggers.find((one) => one.logger === each)?.box}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** Those that one may read; outside the operator none. */
function numbersOf(loggers: readonly BoundLogger[]): readonly string[] {
  return [...new Set(loggers.flatMap((each) => each.logger ?? []))];
}

function FileChoice({ choose }: { readonly choose: (bytes: ArrayBuffer) => void }) {
  const id = useId();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file !== undefined) choose(await file.arrayBuffer());
  };
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {t('File')}
      </label>
      <input id={id} type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={(event) => void read(event)} />
      <p className="hint">{t('CSV or text, at most 2 MiB and 12,000 lines. Its name is not sent.')}</p>
    </div>
  );
}

interface SeenProps {
  readonly seen: SeenFile;
  readonly answer: (answers: FileAnswers) => void;
}

function Seen({ seen: { preview, answers }, answer }: SeenProps) {
  const { questions, zones, problems, understood } = preview;
  return (
    <>
      {questions.length > 0 && (
        <FileQuestions {...{ questions, zones, answers }} answer={(given) => answer(answersTo(questions, given))} />
      )}
      <PreviewTable preview={preview} />
      {preview.readings !== null && (
        <FileProblemList problems={preview.readings.refused} title={t('Readings that will not be taken')} />
      )}
      <FileProblemList problems={problems} title={t('Lines that give no reading')} />
      <UnderstoodList understood={understood} />
    </>
  );
}

function Taken({ taken, close }: { readonly taken: FileTaken; readonly close: () => void }) {
  return (
    <>
      <p role="status">{takenWords(taken)}</p>
      <FileProblemList problems={taken.refused} title={t('Lines that were not taken')} open />
      <div className="sheet-foot">
        <button type="button" className="button first" onClick={close}>
          {t('Done')}
        </button>
      </div>
    </>
  );
}

function Failed({ error }: { readonly error: Error | null }) {
  if (error === null) return null;
  return (
    <p role="alert" className="said danger">
      {error.message}
    </p>
  );
}
