import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import type { FileAnswers, FilePreview, FileTaken } from './file-types.js';

/** Loggers whose files may be handed in; asked by whoever may. */
export function useLoggers(shipment: string) {
  return useQuery({
    queryKey: ['shipment', shipment, 'loggers'],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/shipments/{id}/loggers', { params: { path: { id: shipment } } })).items,
  });
}

/** A logger's file with what was answered about it. */
export interface HandedIn {
  readonly shipment: string;
  readonly logger: string;
  readonly bytes: ArrayBuffer;
  readonly answers: FileAnswers;
}

/** The client would write a body as JSON; a file goes as it is. */
const asItIs = {
  headers: { 'Content-Type': 'application/octet-stream' },
  bodySerializer: (body: unknown) => body as BodyInit,
};

const bodyIn = (bytes: ArrayBuffer) => bytes as unknown as string;

/** What the file says; nothing of it counts yet. */
export async function previewFile({ shipment, logger, bytes, answers }: HandedIn): Promise<FilePreview> {
  const params = { path: { id: shipment, logger }, query: answers };
  const address = '/api/v1/shipments/{id}/loggers/{logger}/file-preview';
  return bodyOf(await api.POST(address, { params, body: bodyIn(bytes), ...asItIs }));
}

/** Takes its readings, as the preview of that hash showed them. */
export async function takeFile({ shipment, logger, bytes, answers }: HandedIn, sha256: string): Promise<FileTaken> {
  const params = { path: { id: shipment, logger }, query: { ...answers, sha256 } };
  const address = '/api/v1/shipments/{id}/loggers/{logger}/files';
  return bodyOf(await api.POST(address, { params, body: bodyIn(bytes), ...asItIs }));
}
