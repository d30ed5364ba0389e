import { bodyOfPolicy } from '../scenario/policies.js';
import { enterForPapers, issuePapers } from '../scenario/papers-step.js';
import { sendReadings } from '../scenario/readings-step.js';
import type { Scenario, Step } from '../scenario/scenario.js';
import { enterAsPerson, issueAsPerson, type PapersAsk } from './papers-steps.js';
import type { StepOutcome } from './replay-world.js';
import { sendAsDevice } from './send-readings.js';
import { stageRevisionFor } from './stage-revision.js';
import { stepKey } from './step-ids.js';

/** A person at the API, signed in. */
export class HttpSteps {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  /** Signs in. Throws when the API does not let this account in. */
  static async signIn(url: string, account: { readonly name: string; readonly password: string }): Promise<HttpSteps> {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(account),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (!answer.ok || cookie === undefined)
      throw new Error(`the API did not sign ${account.name} in: ${answer.status}`);
    return new HttpSteps(url, cookie);
  }

  /** Issues a step's command, with the revision of its stage as it stands now. */
  async take(scenario: Scenario, step: Step): Promise<StepOutcome> {
    if (step.command === sendReadings)
      return sendAsDevice(step, (path, body, headers) => this.post(path, body, headers));
    if (step.command === enterForPapers) return enterAsPerson(scenario, step, this.papers());
    if (step.command === issuePapers) return issueAsPerson(scenario, step, stepKey(scenario, step), this.papers());
    if (step.command === 'AdoptPolicy') await this.enterPolicy(scenario, step);
    const address = `${this.url}/api/v1/shipments/${scenario.shipment}`;
    const read: Readonly<Record<string, string>> =
      step.number === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${await this.revision(address, step)}"` };
    const answer = await fetch(`${address}/commands/${step.command}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: this.url,
        cookie: this.cookie,
        'idempotency-key': stepKey(scenario, step),
        ...read,
      },
      body: JSON.stringify(step.body),
    });
    return answer.ok ? { kind: 'accepted' } : refusalIn(answer);
  }

  /** The site enters a policy before it is adopted. Entered by an earlier run of the same replay, it is there already. */
  private async enterPolicy({ policies }: Scenario, { body }: Step): Promise<void> {
    const policy = policies.find(({ version }) => version === body['version']);
    if (policy === undefined) return;
    const answer = await fetch(`${this.url}/api/v1/policies`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, cookie: this.cookie },
      body: JSON.stringify(bodyOfPolicy(policy)),
    });
    if (!answer.ok) throw new Error(`the API did not take policy ${policy.version}: ${await answer.text()}`);
  }

  private papers(): PapersAsk {
    return {
      get: (path) => fetch(`${this.url}/api/v1${path}`, { headers: { cookie: this.cookie } }),
      send: (method, path, body, headers) => this.send(method, path, body, headers),
      refusalIn,
    };
  }

  private post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.send('POST', path, body, headers);
  }

  private send(
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: this.url, cookie: this.cookie, ...headers },
      body: JSON.stringify(body),
    });
  }

  private async revision(address: string, step: Step): Promise<number> {
    const answer = await fetch(address, { headers: { cookie: this.cookie } });
    if (answer.status === 404) return 0;
    if (!answer.ok) throw new Error(`the API does not show the shipment: ${answer.status}`);
    return stageRevisionFor(step, (await answer.json()) as { stageRevisions: Readonly<Record<string, number>> });
  }
}

/** A refusal is a problem document. Anything else is a fault of ours, and ends the replay. */
async function refusalIn(answer: Response): Promise<StepOutcome> {
  const problem = (await answer.json()) as Problem;
  if (answer.status >= 500) throw new Error(`the API failed: ${answer.status} ${problem.code}`);
  // A body with faults is refused as a whole, and its first fault says what for.
  return {
    kind: 'refused',
    code: problem.errors?.[0]?.code ?? problem.code,
    sentence: problem.errors?.[0]?.detail ?? problem.detail,
  };
}

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly code?: string; readonly detail: string }[];
}
