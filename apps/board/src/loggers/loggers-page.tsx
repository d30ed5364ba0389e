import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useMay } from '../api/questions.js';
import type { Logger } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { Copied } from '../shell/copied.js';
import { Ending } from '../shell/ending.js';
import { SmallForm, type Line } from '../shell/small-form.js';
import { Asked, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { endLogger, makeLogger, renewLogger, useLoggers, useLoggersAgain } from './use-loggers.js';
import { t } from '../words/words.js';

interface Token {
  readonly logger: string;
  readonly token: string;
}

/** Devices of one's organisation that send their readings by themselves. */
export function LoggersPage() {
  const loggers = useLoggers();
  const mayMake = useMay('makeLogger');
  const [making, setMaking] = useState(false);
  const [shown, show] = useState<Token>();
  useTitle(t('Loggers'));
  return (
    <section className="register" aria-labelledby="loggers-title">
      <div className="bar">
        <h1 id="loggers-title">{t('Loggers')}</h1>
        {loggers.data !== undefined && (
          <span className="ink2">{t('{total} registered', { total: loggers.data.pages[0]?.total ?? 0 })}</span>
        )}
        {mayMake && !making && (
          <button type="button" className="button first push" onClick={() => setMaking(true)}>
            <Plus size={16} aria-hidden="true" /> {t('Register a logger')}
          </button>
        )}
      </div>
      {shown !== undefined && <Shown {...shown} />}
      {making && <NewLogger show={show} close={() => setMaking(false)} />}
      <Asked
        what={t('the loggers')}
        lines={3}
        query={{ ...loggers, data: loggers.data?.pages.flatMap((page) => page.items) }}
      >
        {(items) => (items.length === 0 ? <None /> : <LoggerTable items={items} show={mayMake ? show : undefined} />)}
      </Asked>
      {loggers.hasNextPage && (
        <button type="button" className="button quiet" onClick={() => void loggers.fetchNextPage()}>
          {t('Show more')}
        </button>
      )}
    </section>
  );
}

function Shown({ logger, token }: Token) {
  return (
    <div className="once" role="status">
      <p>
        {t('The token of {logger} is shown this once. Put it into the device, which sends it with its readings:', {
          logger,
        })}{' '}
        <a href="/api/docs">{t('the API')}</a>
      </p>
      <Copied text={token} label={t('Copy the token')} />
    </div>
  );
}

function None() {
  return (
    <Nothing title={t('No logger is registered')}>
      {t(
        'A logger that sends its readings by itself is registered here and given a token. One that is read out to a file needs none. Either is bound to its box on the shipment’s page.',
      )}
    </Nothing>
  );
}

const lines = (): readonly Line[] => [
  {
    name: 'id',
    label: t('Serial number'),
    hint: t('As it stands on the device: it is bound to its box by it'),
    focus: true,
  },
];

function NewLogger({ show, close }: { readonly show: (token: Token) => void; readonly close: () => void }) {
  const again = useLoggersAgain();
  const done = ({ made, token }: { readonly made: Logger; readonly token: string }) => {
    show({ logger: made.id, token });
    close();
    again();
  };
  return (
    <SmallForm
      lines={lines()}
      button={t('Register it')}
      busy={t('Registering…')}
      send={({ id = '' }) => makeLogger(id)}
      done={done}
    >
      <button type="button" className="button quiet" onClick={close}>
        {t('Leave')}
      </button>
    </SmallForm>
  );
}

interface TableProps {
  readonly items: readonly Logger[];
  /** Left out for whoever may only look. */
  readonly show: ((token: Token) => void) | undefined;
}

function LoggerTable({ items, show }: TableProps) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('Serial number')}</th>
          <th scope="col">{t('Registered')}</th>
          <th scope="col">{t('Last heard')}</th>
          <th scope="col">
            <span className="unseen">{t('What can be done')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((logger) => (
          <LoggerLine key={logger.id} logger={logger} show={show} />
        ))}
      </tbody>
    </table>
  );
}

function LoggerLine({ logger, show }: { readonly logger: Logger; readonly show: TableProps['show'] }) {
  const { id, madeAt, sends, lastHeardAt, endedAt } = logger;
  return (
    <tr>
      <th scope="row" className="id">
        {id}
        {endedAt !== null && (
          <small className="block ink2">{t('ended {moment}', { moment: momentText(endedAt) })}</small>
        )}
        {endedAt === null && !sends && <small className="block warn">{t('has no token: give it another')}</small>}
      </th>
      <td data-title={t('Registered')}>{momentText(madeAt)}</td>
      <td data-title={t('Last heard')}>
        {lastHeardAt === null ? <span className="ink2">{t('not yet')}</span> : momentText(lastHeardAt)}
      </td>
      <td>{show !== undefined && endedAt === null && <Doing id={id} show={show} />}</td>
    </tr>
  );
}

function Doing({ id, show }: { readonly id: string; readonly show: (token: Token) => void }) {
  const again = useLoggersAgain();
  const renewing = useMutation({
    mutationFn: () => renewLogger(id),
    onSuccess: ({ token }) => show({ logger: id, token }),
    onSettled: again,
  });
  const { error } = renewing;
  return (
    <>
      <span className="inline-list">
        <button
          type="button"
          className="plain"
          aria-label={t('Another token for {id}', { id })}
          onClick={() => renewing.mutate()}
        >
          {t('Another token')}
        </button>
        <Ending
          what={id}
          follows={t('Its token is no good any more: what it sends is not taken. What it has sent stays.')}
          end={() => endLogger(id)}
          settled={again}
        />
      </span>
      {error !== null && (
        <p className="said danger" role="alert">
          {error.message}
        </p>
      )}
    </>
  );
}
