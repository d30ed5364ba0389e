import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import { useEndpoints } from '../api/deliveries.js';
import { useMay } from '../api/questions.js';
import type { Endpoint } from '../api/types.js';
import { Copied } from '../shell/copied.js';
import { Ending } from '../shell/ending.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { Asked } from '../shell/states.js';
import { standingText } from './delivery-words.js';
import { t } from '../words/words.js';

const lines = (): readonly Line[] => [
  { name: 'url', label: t('Its address'), hint: t('https, and on the internet'), focus: true },
  {
    ...{ name: 'examples', label: t('It is told of') },
    choices: [
      ['no', t('real shipments')],
      ['yes', t('examples as well')],
    ],
  },
];

/** A secret that is shown once, beside the program whose it is. */
interface Secret {
  readonly of: string;
  readonly secret: string;
}

/** Programs that are told of alerts and milestones. */
export function EndpointsSection() {
  const endpoints = useEndpoints();
  const makes = useMay('makeEndpoint');
  const [making, setMaking] = useState(false);
  const [shown, show] = useState<Secret>();
  return (
    <section className="register" aria-labelledby="endpoints-title">
      <div className="bar">
        <h2 id="endpoints-title">{t('Programs')}</h2>
        <small className="ink2">
          {t('Told of alerts and milestones, by webhook.')} <a href="/api/docs">{t('The API')}</a>
        </small>
      </div>
      <Asked what={t('the programs')} lines={1} query={endpoints}>
        {(items) => (
          <ul className="lines programs">
            {items.map((each) => (
              <EndpointLine
                key={each.id}
                endpoint={each}
                show={show}
                secret={shown?.of === each.id ? shown.secret : undefined}
              />
            ))}
          </ul>
        )}
      </Asked>
      {!makes ? null : making ? (
        <Making show={show} close={() => setMaking(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setMaking(true)}>
          {t('Add a program')}
        </button>
      )}
    </section>
  );
}

interface MakingProps {
  readonly show: (secret: Secret) => void;
  readonly close: () => void;
}

function Making({ show, close }: MakingProps) {
  const again = useAgain();
  const send = async ({ url = '', examples }: Typed) =>
    bodyOf(await api.POST('/api/v1/endpoints', { body: { url, examples: examples === 'yes' } }));
  const done = ({ secret, endpoint }: { readonly secret: string; readonly endpoint: Endpoint }) => {
    show({ of: endpoint.id, secret });
    close();
    void again();
  };
  return (
    <SmallForm lines={lines()} button={t('Add it')} busy={t('Adding…')} send={send} done={done}>
      <button type="button" className="button quiet" onClick={close}>
        {t('Leave')}
      </button>
    </SmallForm>
  );
}

interface EndpointLineProps {
  readonly endpoint: Endpoint;
  readonly show: MakingProps['show'];
  readonly secret: string | undefined;
}

function EndpointLine({ endpoint, show, secret }: EndpointLineProps) {
  const { id, url, endedAt } = endpoint;
  return (
    <li>
      <span>
        {url}
        <small className="block ink2">{standingText(endpoint)}</small>
      </span>
      {endedAt === null && <Acts id={id} url={url} show={show} />}
      {secret !== undefined && (
        <div className="once" role="status">
          <p>{t('The secret is shown this once. The program verifies by it that it is told by us.')}</p>
          <Copied text={secret} label={t('Copy the secret')} />
        </div>
      )}
    </li>
  );
}

interface ActsProps extends Pick<Endpoint, 'id' | 'url'> {
  readonly show: MakingProps['show'];
}

function Acts({ id, url, show }: ActsProps) {
  const again = useAgain();
  const renews = useMay('renewEndpointSecret');
  const params = { path: { id } };
  const renew = useMutation({
    mutationFn: async () => bodyOf(await api.POST('/api/v1/endpoints/{id}/secret', { params, body: {} })),
    onSuccess: ({ secret }) => show({ of: id, secret }),
  });
  const end = async () => bodyOf(await api.DELETE('/api/v1/endpoints/{id}', { params }));
  return (
    <>
      <span className="inline-list">
        {renews && (
          <button
            type="button"
            className="plain"
            aria-label={t('New secret for {url}', { url })}
            onClick={() => renew.mutate()}
          >
            {t('New secret')}
          </button>
        )}
        <Ending
          what={url}
          follows={t('It is told of nothing more, and its secret is forgotten.')}
          end={end}
          settled={again}
        />
      </span>
      {renew.error !== null && (
        <p role="alert" className="said danger">
          {renew.error.message}
        </p>
      )}
    </>
  );
}

function useAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['endpoints'] });
}
