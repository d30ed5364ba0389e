import type { Me } from '../api/types.js';
import { NetworkLine } from '../offline/network-line.js';
import { NewVersionLine } from '../offline/new-version-line.js';
import { carries } from '../offline/whose-phone.js';
import { OnCallLine } from '../on-call/on-call-line.js';
import { BellsLine } from './bells-line.js';
import { LostLine } from './lost-line.js';

/** What everybody is to know on whatever page they are, a line each: a new version, a line that is lost, silent bells, nobody on call. */
export function Lines({ me }: { readonly me: Me }) {
  return (
    <>
      <NewVersionLine />
      {carries(me) ? <NetworkLine /> : me.asks.includes('live') && <LostLine />}
      <BellsLine />
      <OnCallLine />
    </>
  );
}
