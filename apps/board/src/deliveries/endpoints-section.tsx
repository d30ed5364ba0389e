import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import { useEndpoints } from '../api/deliveries.js';
import { useMay } from '../api/questions.js';
import type { Endpoint } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { Copied } from '../shell/copied.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { Asked } from '../shell/states.js';

const lines: readonly Line[] = [
  { name: 'url', label: 'Its address', hint: 'https, and on the internet', focus: true },
  {
    ...{ name: 'examples', label: 'It is told of' },
    choices: [
      ['no', 'real shipments'],
      ['yes', 'examples as well'],
    ],
  },
];

/** Programs that are told of alerts and milestones. */
export function EndpointsSection() {
  const endpoints = useEndpoints();
  const makes = useMay('makeEndpoint');
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  return (
    <section className="register" aria-labelledby="endpoints-title">
      <div className="bar">
        <h2 id="endpoints-title">Programs</h2>
        <small className="ink2">
          Told of alerts and milestones, by webhook. <a href="/api/docs">The API</a>
        </small>
      </div>
      <Asked what="the programs" lines={1} query={endpoints}>
        {(items) => (
          <ul className="lines">
            {items.map((each) => (
              <EndpointLine key={each.id} endpoint={each} show={setSecret} />
            ))}
          </ul>
        )}
      </Asked>
      {secret !== undefined && (
        <div className="once" role="status">
          <p>The secret is shown this once. The program verifies by it that it is told by us.</p>
          <Copied text={secret} label="Copy the secret" />
        </div>
      )}
      {!makes ? null : making ? (
        <Making show={setSecret} close={() => setMaking(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setMaking(true)}>
          Add a program
        </button>
      )}
    </section>
  );
}

interface MakingProps {
  readonly show: (secret: string) => void;
  readonly close: () => void;
}

function Making({ show, close }: MakingProps) {
  const again = useAgain();
  const send = async ({ url = '', examples }: Typed) =>
    bodyOf(await api.POST('/api/v1/endpoints', { body: { url, examples: examples === 'yes' } }));
  const done = ({ secret }: { readonly secret: string }) => {
    show(secret);
    close();
    void again();
  };
  return (
    <SmallForm lines={lines} button="Add it" busy="Adding…" send={send} done={done}>
      <button type="button" className="button quiet" onClick={close}>
        Leave
      </button>
    </SmallForm>
  );
}

function EndpointLine({ endpoint, show }: { readonly endpoint: Endpoint; readonly show: MakingProps['show'] }) {
  const { id, url, createdAt, endedAt, endedWhy, examples } = endpoint;
  return (
    <li>
      <span>
        {url}
        <small className="block ink2">
          {endedAt === null ? `since ${momentText(createdAt)}` : `ended ${momentText(endedAt)}. ${endedWhy ?? ''}`}
          {examples && ', examples as well'}
        </small>
      </span>
      {endedAt === null && <Acts id={id} url={url} show={show} />}
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
    onSuccess: ({ secret }) => show(secret),
  });
  const end = useMutation({
    mutationFn: async () => bodyOf(await api.DELETE('/api/v1/endpoints/{id}', { params })),
    onSettled: again,
  });
  return (
    <span className="nowrap">
      {renews && (
        <>
          <button type="button" className="plain" aria-label={`New secret for ${url}`} onClick={() => renew.mutate()}>
            New secret
          </button>{' '}
        </>
      )}
      <button type="button" className="plain" aria-label={`End ${url}`} onClick={() => end.mutate()}>
        End
      </button>
    </span>
  );
}

function useAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['endpoints'] });
}
