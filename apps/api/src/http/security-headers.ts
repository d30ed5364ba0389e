import type { HelmetOptions } from 'helmet';

const own = ["'self'"];
const none = ["'none'"];

/**
 * The headers that bind a browser to our own files: no script, style or picture from elsewhere, none inline, no framing. What reads bar codes is WebAssembly of ours, which wants a word of its own; text
 * is run as script nowhere. Whether it is to come over TLS for good holds for a host and all its ports: so not of a machine of one's own, which serves other things besides.
 */
export function securityHeaders(overTlsForGood: boolean): HelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: [...own, "'wasm-unsafe-eval'"],
        styleSrc: own,
        imgSrc: own,
        fontSrc: own,
        connectSrc: own,
        manifestSrc: own,
        workerSrc: own,
        baseUri: none,
        formAction: own,
        frameAncestors: none,
        objectSrc: none,
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: overTlsForGood ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
  };
}
