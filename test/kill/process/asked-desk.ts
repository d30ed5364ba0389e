import { callKinds } from '@cellrelay/shipment';
import type { Desk, DeskAnswer } from '@cellrelay/use-cases';

/** All desks of examples, asked over HTTP: they outlive whoever asks them. */
export function askedDesk(url: string): Desk {
  return {
    serves: callKinds,
    call: async (request) => {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify(request) });
      if (!answer.ok) throw new Error(`the desk answered with ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as DeskAnswer;
    },
  };
}
