import { z } from 'zod';
import { isSafe } from './safe-address.js';

const types =
  /^(application\/(.+\+)?json|application\/x-www-form-urlencoded|(application|text)\/(.+\+)?xml|text\/plain)\b/i;
const address = z.string().refine((url) => URL.canParse(url.replace(/\{(to|text)\}/g, 'x')) && isSafe(url));

const gateway = z.strictObject({
  url: address,
  method: z.enum(['POST', 'PUT', 'GET']).default('POST'),
  headers: z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[\x20-\x7e]*$/)).default({}),
  contentType: z.string().regex(types).default('application/json'),
  body: z.string().default(''),
  success: z
    .strictObject({ at: z.string().regex(/^(\/[^/]*)+$/), is: z.string() })
    .nullable()
    .default(null),
});

/** How an HTTP gateway for short messages or calls is asked. */
export type GatewayConfig = z.infer<typeof gateway>;

const error =
  'not JSON such as {"url": "https://…", "headers": {"Authorization": "…"}, "body": "{\\"to\\": \\"{to}\\", \\"text\\": \\"{text}\\"}", "success": {"at": "/status", "is": "queued"}}, with {to} and {text} in the address or the body, https but on this machine, and a contentType of JSON, a form, XML or plain text';

/** A gateway as JSON in one variable: it holds secrets, and is told of as one. */
export const gatewaySetting = z.string().refine((text) => gatewayOf(text) !== null, { error });

/** The gateway that a setting names; null: none, or none that can be used. */
export function gatewayOf(text: string | undefined): GatewayConfig | null {
  const found = gateway.safeParse(parsed(text ?? '')).data;
  const whole = found === undefined ? '' : `${found.url}${found.body}`;
  return found !== undefined && whole.includes('{to}') && whole.includes('{text}') ? found : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
