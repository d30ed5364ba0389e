import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, bodyOf } from '../api/client.js';
import { useMay } from '../api/questions.js';
import type { paths } from '../api/types.gen.js';

const address = '/api/v1/shipments/{id}/scans';

export type Scans = paths[typeof address]['get']['responses']['200']['content']['application/json'];
export type Scan = Scans['items'][number];
export type ScannedRequest = Scans['requests'][number];

/** What a scan is of: one of the three. */
export type Of = Readonly<Partial<Record<'request' | 'exemption' | 'document', string>>>;

/** The scans of a shipment, and which answers are without one; asked by whoever may. */
export function useScans(shipment: string) {
  return useQuery({
    queryKey: ['shipment', shipment, 'scans'],
    queryFn: async () => bodyOf(await api.GET(address, { params: { path: { id: shipment } } })),
    enabled: useMay('listScans'),
  });
}

interface Chosen {
  readonly of: Of;
  readonly file: File;
}

/** Keeps a file as a scan. Tried again with the same file after an answer was lost, it goes under the same key, and is kept once. */
export function useKeepScan(shipment: string) {
  const client = useQueryClient();
  const keys = useRef(new WeakMap<File, string>());
  return useMutation({
    mutationFn: async ({ of, file }: Chosen) => {
      const key = keys.current.get(file) ?? crypto.randomUUID();
      keys.current.set(file, key);
      const bytes = await file.arrayBuffer();
      return bodyOf(
        await api.POST(address, {
          params: { path: { id: shipment }, query: of, header: { 'Idempotency-Key': key } },
          body: bytes as unknown as string,
          headers: { 'Content-Type': 'application/octet-stream' },
          bodySerializer: (body: unknown) => body as BodyInit,
        }),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['shipment', shipment] }),
  });
}

/** Where a scan's bytes are: a file to be saved. */
export function addressOf(shipment: string, { scan }: Pick<Scan, 'scan'>): string {
  return `/api/v1/shipments/${shipment}/scans/${scan}`;
}
