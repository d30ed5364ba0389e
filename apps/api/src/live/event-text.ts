/** One server-sent event as it goes over the line (WHATWG HTML, 9.2.6). The data is one line of JSON. */
export function eventText(event: { readonly name: string; readonly id?: string; readonly data: unknown }): string {
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return `${id}event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`;
}

/** A comment: keeps the line open and tells the client that somebody is still there. */
export const stillHere = ': still here\n\n';

/** How long a browser waits before it comes back. */
export const comeBackAfter = 'retry: 2000\n\n';
