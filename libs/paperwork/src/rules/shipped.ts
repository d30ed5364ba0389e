import { australia } from './au/rules.js';
import { chinaBefore281 } from './cn/before-order-281.js';
import { chinaSince281 } from './cn/order-281.js';
import { chinaOnReceipt } from './cn/receipt.js';
import { chinaStanding } from './cn/standing.js';
import { hongKong } from './hk/rules.js';
import { india } from './in/rules.js';
import { rulesEverywhere } from './int/rules.js';
import { japan } from './jp/rules.js';
import { southKorea } from './kr/rules.js';
import type { Rule } from './rule.js';
import { shippedEuropean } from './shipped-europe.js';
import { taiwan } from './tw/rules.js';
import { unitedStatesCustoms } from './us/customs.js';
import { unitedStatesHealth } from './us/health.js';

const china = [...chinaBefore281, ...chinaSince281, ...chinaStanding, ...chinaOnReceipt];
const eastAsia = [...hongKong, ...taiwan, ...japan, ...southKorea];
const unitedStates = [...unitedStatesCustoms, ...unitedStatesHealth];

/** The rules that the software ships with; a site confirms them, and puts versions of its own in the place of any. */
export const shippedRules: readonly Rule[] = [
  ...[...rulesEverywhere, ...unitedStates, ...china, ...eastAsia],
  ...[...shippedEuropean, ...australia, ...india],
];
