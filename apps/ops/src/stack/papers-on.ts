import { labelPress, openTypesetter, type PaperTypesetter } from '@cellrelay/adapter-documents';
import type { Database } from '@cellrelay/adapter-postgres';
import { messageOf } from '@cellrelay/kernel';
import type { Logger } from '@cellrelay/platform';
import {
  LabelCodes,
  PaperIssuing,
  PaperMaking,
  PaperPrinting,
  PaperQuestions,
  reached,
  readingsForPapers,
  ReportPapers,
  RequestMails,
  ShipmentLabels,
  ShipmentPocket,
  type BorderRules,
  type EnteredFactsSource,
  type FaultPoints,
  type IssueCommand,
  type PaperCodes,
  type Typesetter,
  type WordsReader,
} from '@cellrelay/use-cases';
import type { PaperParts } from '../../../api/src/parts.js';
import type { Opened } from './opened.js';
import { airports } from './stack-options.js';

export { codesBy, type SiteAddress } from './paper-codes.js';

type Stores = Pick<Database, 'shipments' | 'papers' | 'paperMarks' | 'readings' | 'clock'>;
type AskedStores = Stores & Pick<Database, 'requestMails'>;

/** What papers are made from. */
export interface PaperGround {
  readonly rules: Pick<BorderRules, 'verdicts'>;
  readonly entered: EnteredFactsSource;
}

function makingOn({ readings }: Pick<Stores, 'readings'>, ground: PaperGround): PaperMaking {
  return new PaperMaking({ ...ground, readings: readingsForPapers(readings) });
}

/** What finds out which papers are outdated, over these stores. */
export function paperReportsOn(
  stores: Stores,
  ground: PaperGround,
  { issue, logger }: { readonly issue: Pick<IssueCommand, 'asSystem'>; readonly logger: Logger },
): ReportPapers {
  const { shipments, papers: store, paperMarks: marks, clock } = stores;
  return new ReportPapers({
    ...{ shipments, store, marks, clock, issue, making: makingOn(stores, ground) },
    failed: (shipment, error) => logger.warn('papers-not-looked-at', { shipment, reason: messageOf(error) }),
  });
}

/** What sets papers in a process, and the points at which tests let it die. */
export interface PaperPress {
  readonly typesetter: Typesetter;
  readonly points?: FaultPoints | undefined;
}

/** Papers that wait to be set while others are: with more, whoever asks last would be told too late. */
const mostWaiting = 16;

/** Opens it; no thread is started before the first paper. */
export function openPress(
  opened: Opened,
  points: FaultPoints | undefined,
): PaperPress & { readonly typesetter: PaperTypesetter } {
  const typesetter = openTypesetter({ waiting: mostWaiting });
  opened.add(() => typesetter.close());
  return { typesetter, points };
}

/** With what papers are issued and printed. */
export interface PaperTools extends PaperPress {
  readonly issue: Pick<IssueCommand, 'execute'>;
  readonly words: WordsReader;
  readonly codes: PaperCodes;
}

/** What prints papers, over these stores. */
export function printingOn(
  stores: Omit<Stores, 'paperMarks'>,
  ground: PaperGround,
  { typesetter, words }: Pick<PaperTools, 'typesetter' | 'words'>,
): PaperPrinting {
  const { shipments, papers: store, clock } = stores;
  return new PaperPrinting({ shipments, store, clock, typesetter, words, making: makingOn(stores, ground) });
}

/** What the API asks about papers, issues, prints and sends. */
export function papersOn(stores: AskedStores, ground: PaperGround, tools: PaperTools): PaperParts {
  const { shipments, papers: store, clock, requestMails: mails } = stores;
  const { issue, codes, points = reached } = tools;
  const making = makingOn(stores, ground);
  return {
    questions: new PaperQuestions({ shipments, store, making, codes, clock }),
    issuing: new PaperIssuing({ shipments, store, making, codes, clock, issue, points }),
    printing: printingOn(stores, ground, tools),
    mails: new RequestMails({ shipments, papers: store, mails, airports, clock }),
    pocket: new ShipmentPocket({ shipments, making, clock }),
  };
}

/** Labels of shipments, and the site's own list of the codes on them. */
export interface LabelParts {
  readonly labelCodes: LabelCodes;
  readonly labels: ShipmentLabels;
}

/** Both over that database. */
export function labelsOn(
  { shipments, labelCodes: store, clock }: Pick<Database, 'shipments' | 'labelCodes' | 'clock'>,
  entered: EnteredFactsSource,
  typesetter: Pick<PaperTypesetter, 'setLabels'>,
): LabelParts {
  const labelCodes = new LabelCodes(store);
  const press = labelPress(typesetter);
  return { labelCodes, labels: new ShipmentLabels({ shipments, entered, codes: labelCodes, press, clock }) };
}
