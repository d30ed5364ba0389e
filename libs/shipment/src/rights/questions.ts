import { commandRights } from './rights.js';
import { standings, type Standing } from './standings.js';

const operator = 'operator/coordinator';
const audits = 'operator/auditor';
const administers = 'operator/administrator';

const overview: readonly Standing[] = [operator, audits];

/** Whoever works on shipments, and the auditors. An administrator sees people, a screener letters. */
export const onShipments: readonly Standing[] = standings.filter(
  (standing) => !standing.endsWith('/administrator') && !standing.endsWith('/screener'),
);

/** Of the audit record, and of whole logs. */
const readers: readonly Standing[] = [audits, administers];

/** Whoever answers for the people of an organisation: of their own, but for the operator's. */
const administrators: readonly Standing[] = standings.filter((standing) => standing.endsWith('/administrator'));

/** Whoever stands on a side of a shipment and has to do with the people there: they write letters for them, and hand over what came. */
const letterWriters: readonly Standing[] = standings.filter((standing) =>
  /^(donor-registry|patient-registry|collection-centre|transplant-centre)\/(coordinator|physician)$/.test(standing),
);

/** Whoever on the donor's side has to do with the donor's tests. */
const donorsTesters: readonly Standing[] = standings.filter((standing) =>
  /^(donor-registry|collection-centre)\/(coordinator|physician)$/.test(standing),
);

/** Registries' screeners: they see letters, and no shipment. */
const screeners: readonly Standing[] = standings.filter((standing) => standing.endsWith('/screener'));

/** Whoever says which rule of letters a registry keeps to. */
const ruleChoosers: readonly Standing[] = standings.filter((standing) =>
  /^(operator|donor-registry|patient-registry)\/administrator$/.test(standing),
);

/** Whoever may bind a logger, for they have it in hand. */
const loggerHands: readonly Standing[] = [operator, ...commandRights.BindLogger];

/** Whoever has devices in boxes, and registers them for their own organisation. */
const loggerKeepers: readonly Standing[] = [operator, 'collection-centre/coordinator', 'courier-company/coordinator'];

/** Whoever puts labels on bags and boxes, and reads them off again: those who collected and pack, and those who carry. A patient's side receives them labelled. */
const labelHands: readonly Standing[] = [
  ...([operator, 'collection-centre/coordinator', 'collection-centre/laboratory'] as const),
  ...(['courier-company/coordinator', 'courier-company/courier'] as const),
];

/** Whoever says for their organisation who is on call, and sees and ends its programs that are told. */
const tellers: readonly Standing[] = standings.filter((standing) => /\/(coordinator|administrator)$/.test(standing));

/** Coordinators of every organisation. They read what was told, and have programs told of it: it speaks of shipments, which administrators do not see; and they enter where their organisation is written to. */
const tellingReaders: readonly Standing[] = standings.filter((standing) => standing.endsWith('/coordinator'));

/** Whoever has couriers' passports in hand: of their own company, or their own. */
const passportKeepers: readonly Standing[] = [operator, 'courier-company/coordinator', 'courier-company/courier'];

/** Everybody who is signed in: what says nothing of any shipment, or is decided by another table. */
const everybody: readonly Standing[] = standings;

/** Who may ask which question, by the operation's id in the API's description. */
export const questionRights = {
  listShipments: onShipments,
  listSavedViews: onShipments,
  putSavedView: onShipments,
  dropSavedView: onShipments,
  getShipment: onShipments,
  getForecast: onShipments,
  getDecision: onShipments,
  getTemperature: onShipments,
  getAgenda: onShipments,
  getActions: onShipments,
  listTasks: onShipments,
  listAlerts: onShipments,
  live: onShipments,
  getSpearDraft: overview,
  getLog: overview,
  getCorrection: overview,
  getFigures: overview,
  listPastTotals: overview,
  enterPastTotal: [operator],
  listPolicies: overview,
  getPolicy: overview,
  addPolicy: [operator],
  listRules: overview,
  getTripRules: overview,
  addRuleVersion: [operator],
  confirmRule: [operator],
  withdrawRuleConfirmation: [operator],
  getPapers: onShipments,
  previewPaper: onShipments,
  getPaper: onShipments,
  getPack: onShipments,
  issuePapers: [operator],
  listLabelCodes: [...overview, 'collection-centre/coordinator', 'collection-centre/laboratory'],
  putProductCode: [operator],
  putBloodGroupCode: [operator],
  endLabelCode: [operator],
  importProductCodes: [operator],
  getOrdersTemplate: [operator],
  previewOrders: [operator],
  importOrders: [operator],
  getLabels: labelHands,
  printLabels: labelHands,
  getPocket: labelHands,
  listCouriers: overview,
  getCourier: overview,
  putCourier: [operator],
  getCourierPassport: passportKeepers,
  putCourierPassport: passportKeepers,
  getPapersSite: overview,
  putPapersSite: [operator],
  getPostalAddress: [...tellingReaders, audits],
  putPostalAddress: tellingReaders,
  getPaperFacts: [operator, ...donorsTesters],
  putDonorMarkers: [operator, ...donorsTesters],
  putCustomsValue: [operator],
  putPartyAddress: [operator],
  listLoggers: [...loggerKeepers, audits],
  makeLogger: loggerKeepers,
  renewLogger: loggerKeepers,
  endLogger: loggerKeepers,
  listOrganisations: [...overview, administers],
  makeOrganisation: [administers],
  listPeople: administrators,
  changeRole: administrators,
  endAccount: administrators,
  listInvitations: administrators,
  invite: administrators,
  renewInvitation: administrators,
  withdrawInvitation: administrators,
  ownAccount: everybody,
  changePassword: everybody,
  beginSecondFactor: everybody,
  setSecondFactor: everybody,
  removeSecondFactor: everybody,
  renewRecoveryCodes: everybody,
  ownSessions: everybody,
  endOtherSessions: everybody,
  endOwnSession: everybody,
  ownTokens: everybody,
  makeToken: everybody,
  endToken: everybody,
  ownCalendar: everybody,
  makeCalendar: onShipments,
  endCalendar: everybody,
  providerLink: everybody,
  linkProvider: everybody,
  unlinkProvider: everybody,
  getBells: overview,
  listDowntimes: overview,
  dismissDowntime: [operator],
  makeLink: [operator],
  listLinks: overview,
  revokeLink: [operator],
  issueCommand: everybody,
  listCommands: everybody,
  findAirports: everybody,
  listAudit: readers,
  exportAudit: readers,
  exportLog: readers,
  listIdentities: everybody,
  getIdentity: everybody,
  putIdentity: everybody,
  eraseIdentity: everybody,
  eraseIdentityTogether: everybody,
  listDisclosures: everybody,
  askDisclosure: everybody,
  approveDisclosure: everybody,
  endDisclosure: everybody,
  listDisclosed: everybody,
  readDisclosed: everybody,
  listLetters: [operator, ...letterWriters],
  writeLetter: letterWriters,
  listLettersToScreen: screeners,
  getLetter: [...letterWriters, ...screeners],
  moveLetter: [...letterWriters, ...screeners],
  listLetterRules: ruleChoosers,
  chooseLetterRule: ruleChoosers,
  listBoundLoggers: loggerHands,
  previewReadingFile: loggerHands,
  takeReadingFile: loggerHands,
  listScans: overview,
  getScan: overview,
  keepScan: [operator],
  listRequests: overview,
  mailRequest: [operator],
  getOnCall: everybody,
  putOnCall: tellers,
  getTelling: everybody,
  putTelling: everybody,
  listDeliveries: tellingReaders,
  getDelivery: tellingReaders,
  getDeliveryMail: tellingReaders,
  replayDelivery: tellingReaders,
  listEndpoints: tellers,
  makeEndpoint: tellingReaders,
  renewEndpointSecret: tellingReaders,
  endEndpoint: tellers,
  signOut: everybody,
  me: everybody,
} as const satisfies Readonly<Record<string, readonly Standing[]>>;

export type AskedQuestion = keyof typeof questionRights;

/** Whether one of these standings may ask that. What is not in the table, nobody may. */
export function mayAsk(held: readonly Standing[], question: string): boolean {
  if (!Object.hasOwn(questionRights, question)) return false;
  const allowed: readonly Standing[] = questionRights[question as AskedQuestion];
  return held.some((standing) => allowed.includes(standing));
}

/** Of the standings that somebody has in a shipment, those by which they see it. With none, it is not there for them. */
export function seeing(held: readonly Standing[]): readonly Standing[] {
  return held.filter((standing) => mayAsk([standing], 'getShipment'));
}
