import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../api/questions.js';
import { Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { OrderFileTable } from './order-file-table.js';
import { importOrders, previewOrders, type OrdersPreview } from './order-file-requests.js';
import { countsText, openText } from './order-file-words.js';

interface Seen {
  readonly bytes: ArrayBuffer;
  readonly preview: OrdersPreview;
}

/** Looking at a file, and opening what is right in it. A file that is chosen anew takes the place of what was seen. */
function useOrderFile() {
  const client = useQueryClient();
  const looking = useMutation({
    mutationFn: async (file: File): Promise<Seen> => {
      const bytes = await file.arrayBuffer();
      return { bytes, preview: await previewOrders(bytes) };
    },
  });
  const opening = useMutation({
    mutationFn: ({ bytes, preview }: Seen) => importOrders(bytes, preview.sha256),
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' }),
  });
  const look = (file: File) => {
    opening.reset();
    looking.mutate(file);
  };
  return { looking, opening, look };
}

/** Several orders by one file: looked at line by line, then opened by one press. */
export function OrderFilePage() {
  useTitle('Orders from a file');
  const may = useMay('previewOrders');
  const { looking, opening, look } = useOrderFile();
  const seen = looking.data;
  if (!may) return <Nothing title="Orders are brought by the operator’s coordinators" />;
  const error = looking.error ?? opening.error;
  return (
    <section className="register order-file" aria-labelledby="order-file-title">
      <div className="bar">
        <h1 id="order-file-title">Orders from a file</h1>
        <Link href="/new" className="button push">
          One by one
        </Link>
      </div>
      <p className="ink2">
        A table saved as CSV, with at most 200 orders and 1 MiB. Each line is judged by itself, and nothing counts
        before you press. <a href="/api/v1/orders/template">Download a file to fill in</a>: there is no column for who
        donor or patient are.
      </p>
      <FileChoice busy={looking.isPending} choose={look} />
      {error !== null && (
        <p role="alert" className="said danger">
          {error.message}
        </p>
      )}
      {opening.data !== undefined && <Outcome items={opening.data.items} />}
      {opening.data === undefined && seen !== undefined && (
        <Preview seen={seen} busy={opening.isPending} open={() => !opening.isPending && opening.mutate(seen)} />
      )}
    </section>
  );
}

function FileChoice({ busy, choose }: { readonly busy: boolean; readonly choose: (file: File) => void }) {
  const id = useId();
  const [name, setName] = useState('');
  return (
    <p className="order-choice">
      <label className="button file-button" htmlFor={id}>
        <FileUp size={16} aria-hidden="true" /> Choose a file
        <input
          id={id}
          className="unseen"
          type="file"
          accept=".csv,.txt,text/csv"
          disabled={busy}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            // The same file chosen once more, having been mended, is a choice again.
            target.value = '';
            if (file === undefined) return;
            setName(file.name);
            choose(file);
          }}
        />
      </label>{' '}
      <span className="ink2" role="status">
        {busy ? 'Reading the file…' : name}
      </span>
    </p>
  );
}

const separators: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

interface PreviewProps {
  readonly seen: Seen;
  readonly busy: boolean;
  readonly open: () => void;
}

function Preview({ seen: { preview }, busy, open }: PreviewProps) {
  const label = openText(preview.items);
  return (
    <>
      <p role="status">
        <strong>{countsText(preview.items)}</strong>{' '}
        <span className="ink2">
          Read as {preview.encoding}, separated by {separators[preview.separator] ?? preview.separator}.
        </span>
      </p>
      <OrderFileTable items={preview.items} />
      <div className="sheet-foot">
        {label === null ? (
          <p className="ink2">There is nothing to open in it.</p>
        ) : (
          <button type="button" className="button first" aria-disabled={busy} onClick={open}>
            {busy ? 'Opening…' : label}
          </button>
        )}
      </div>
    </>
  );
}

function Outcome({ items }: { readonly items: OrdersPreview['items'] }) {
  return (
    <>
      <p role="status">
        <strong>{countsText(items)}</strong>{' '}
        <span className="ink2">What is wrong can be mended in the file: sent again, it opens what is new alone.</span>
      </p>
      <OrderFileTable items={items} />
    </>
  );
}
