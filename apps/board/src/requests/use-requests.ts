import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useMay } from '../api/questions.js';
import type { paths } from '../api/types.gen.js';
import { sendOnce, type Sent } from '../act/send-command.js';

const address = '/api/v1/shipments/{id}/requests';

export type Requests = paths[typeof address]['get']['responses']['200']['content']['application/json'];
export type MailableRequest = Requests['items'][number];
export type RequestMailLine = MailableRequest['mails'][number];

/** A shipment's requests to customs and airport security, and their mails; asked by whoever may. While one is on its way it is looked at again and again. */
export function useRequests(shipment: string) {
  return useQuery({
    queryKey: ['shipment', shipment, 'requests'],
    queryFn: async () => bodyOf(await api.GET(address, { params: { path: { id: shipment } } })),
    enabled: useMay('listRequests'),
    refetchInterval: ({ state }) => (state.data?.items.some(isOnItsWay) === true ? 2_000 : false),
  });
}

function isOnItsWay({ mails }: MailableRequest): boolean {
  return mails.some(({ underWay }) => underWay);
}

/** Which request is sent, and under which key: sent again after an answer was lost, it goes once. */
export interface MailSending {
  readonly shipment: string;
  readonly request: string;
  readonly key: string;
  readonly body: unknown;
}

/** Has it sent. Never throws. */
export function sendRequestMail({ shipment, request, key, body }: MailSending): Promise<Sent> {
  const at = `/api/v1/shipments/${encodeURIComponent(shipment)}/requests/${encodeURIComponent(request)}/mail`;
  return sendOnce(at, { method: 'POST', headers: { 'idempotency-key': key }, body });
}
