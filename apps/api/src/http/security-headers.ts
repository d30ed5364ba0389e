import type { HelmetOptions } from 'helmet';

const own = ["'self'"];
const none = ["'none'"];

/** The headers that bind a browser to our own files: no script, style or picture from elsewhere, none inline, no framing. What reads bar codes is WebAssembly of ours, which wants a word of its own; text is run as script nowhere. */
export function securityHeaders(overTls: boolean): HelmetOptions {
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
    strictTransportSecurity: overTls ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
  };
}
