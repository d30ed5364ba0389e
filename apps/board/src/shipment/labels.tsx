import { useId, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useMay } from '../api/questions.js';
import type { Label, Shipment } from '../api/types.js';
import {
  dotWords,
  kindWords,
  languagesOf,
  pdfAddress,
  stocksOf,
  stockWords,
  type Dots,
  type LabelLanguage,
  type Printing,
  type Stock,
  type Which,
} from '../labels/label-words.js';
import { useLabels } from '../labels/use-labels.js';
import { usePrinting } from '../labels/use-printing.js';
import { CheckLabels } from '../scanner/check-labels.js';
import { Asked } from '../shell/states.js';
import { t } from '../words/words.js';

/** Labels of the bags and of the box: printed from here, and what is missing where they cannot be. */
export function Labels({ shipment }: { readonly shipment: Shipment }) {
  const [may, mayRead] = [useMay('getLabels'), useMay('listLabelCodes')];
  const labels = useLabels(shipment.id, shipment.revision);
  if (!may) return null;
  return (
    <section aria-labelledby="labels-title">
      <div className="bar">
        <h2 id="labels-title">{t('Labels')}</h2>
        {mayRead && (
          <Link href="/label-codes" className="small">
            {t('Codes on labels')}
          </Link>
        )}
      </div>
      <CheckLabels shipment={shipment} />
      <Asked what={t('the labels')} lines={2} query={labels}>
        {({ items }) => (
          <>
            {(['tie-tags', 'box'] as const).map((which) => (
              <Kind
                key={which}
                {...{ which, shipment: shipment.id }}
                labels={items.filter((each) => each.which === which)}
              />
            ))}
          </>
        )}
      </Asked>
    </section>
  );
}

interface KindProps {
  readonly which: Which;
  readonly shipment: string;
  readonly labels: readonly Label[];
}

function Kind({ which, shipment, labels }: KindProps) {
  const [printing, choose] = usePrinting(which);
  if (labels.length === 0) return null;
  const whole = labels.every(({ missing }) => missing.length === 0);
  const some = labels.some(({ missing }) => missing.length === 0);
  const { title, print } = kindWords[which];
  return (
    <div className="labels-kind">
      <h3>{title}</h3>
      {some && <Chosen {...{ which, printing, choose }} />}
      {whole && (
        <p>
          <Pdf href={pdfAddress(shipment, which, printing)} className="button">
            {print}
          </Pdf>{' '}
          <small className="ink2">{t('Print at 100 %, not fitted to the page.')}</small>
        </p>
      )}
      <ul className="border-list">
        {labels.map((label) => (
          <li key={label.reference}>
            <Line
              label={label}
              alone={labels.length > 1 ? pdfAddress(shipment, which, printing, label.reference) : null}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PdfProps {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}

function Pdf({ href, className, children }: PdfProps) {
  return (
    <a href={href} target="_blank" rel="noreferrer" {...(className === undefined ? {} : { className })}>
      {children}
    </a>
  );
}

function Line({ label, alone }: { readonly label: Label; readonly alone: string | null }) {
  const { reference, of, missing } = label;
  const made = missing.length === 0;
  return (
    <>
      <p>
        <strong>{reference}</strong> {of !== null && <span className="ink2">{of}</span>}{' '}
        <span className={made ? 'status' : 'status warn'}>
          {made ? t('can be printed') : t('something is missing')}
        </span>{' '}
        {made && alone !== null && <Pdf href={alone}>{t('Open {reference}', { reference })}</Pdf>}
      </p>
      {missing.map(({ fact, sentence, whereToEnter }) => (
        <p key={fact} className="warn">
          {sentence} <small className="block ink2">{whereToEnter}</small>
        </p>
      ))}
    </>
  );
}

interface ChosenProps {
  readonly which: Which;
  readonly printing: Printing;
  readonly choose: (printing: Printing) => void;
}

/** On what they are printed: the printer is remembered in this browser. */
function Chosen({ which, printing, choose }: ChosenProps) {
  const stocks = stocksOf(which).map((stock) => [stock, stockWords[stock]] as const);
  const sheet = printing.stock.startsWith('a4');
  return (
    <div className="rule-filter">
      <Pick
        {...{ label: t('Printed on'), value: printing.stock, choices: stocks }}
        pick={(stock: Stock) => choose({ ...printing, stock })}
      />
      {!sheet && (
        <Pick
          {...{ label: t('Printer'), value: printing.dpi, choices: Object.entries(dotWords) as [Dots, string][] }}
          pick={(dpi: Dots) => choose({ ...printing, dpi })}
        />
      )}
      <Pick
        {...{ label: t('Language'), value: printing.language, choices: languagesOf(which, printing.stock) }}
        pick={(language: LabelLanguage) => choose({ ...printing, language })}
      />
    </div>
  );
}

interface PickProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly pick: (value: Value) => void;
}

function Pick<Value extends string>({ label, value, choices, pick }: PickProps<Value>) {
  const id = useId();
  return (
    <span className="small">
      <label htmlFor={id} className="ink2">
        {label}{' '}
      </label>
      <select id={id} value={value} onChange={({ target }) => pick(target.value as Value)}>
        {choices.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
