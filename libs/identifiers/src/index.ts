export { formatAirWaybill, parseAirWaybill, type AirWaybill } from './air-waybill.js';
export { parseAirportCode, type AirportCode } from './airport-code.js';
export { bagKeyOf, bagOf, type BagIdentity, type BagKey } from './bag.js';
export { parseBasicUdiDi, type BasicUdiDi } from './basic-udi-di.js';
export { electronicBloodGroups, groupsOf, parseBloodGroupsCode, type BloodGroupsCode } from './blood-groups-code.js';
export { compoundMessage, parseCompoundMessage, type CompoundMessage } from './compound-message.js';
export { kindOfFlags, noFlags, parseDinFlags, type DinFlags, type DinFlagsKind } from './din-flags.js';
export {
  checkFlagsOf,
  electronicDin,
  formatDin,
  parseDin,
  parseTypedDin,
  partsOfDin,
  type Din,
  type DinParts,
  type DinReading,
} from './din.js';
export { electronicProductDivisions, parseProductDivisions, type Division, type ProductDivisions } from './division.js';
export {
  parseFlightDesignator,
  partsOfFlightDesignator,
  type FlightDesignator,
  type FlightDesignatorParts,
} from './flight-designator.js';
export { electronicFlexibleTime, parseFlexibleTime, type FlexibleTime } from './flexible-time.js';
export { electronicGrid, formatGrid, gridOf, parseGrid, partsOfGrid, type Grid, type GridParts } from './grid.js';
export { parseIon, type Ion } from './ion.js';
export {
  electronicCollectionTime,
  electronicExpiry,
  labelTimeOf,
  parseCollectionTime,
  parseExpiry,
  type LabelTime,
} from './label-time.js';
export { checkCharacterOf, checkDigitsOf, checkValueOf } from './mod-37-2.js';
export type { IdentifierFault, IdentifierName, IdentifierProblem, Subject } from './problem.js';
export {
  divisionOf,
  electronicProductCode,
  parseProductCode,
  parseProductDescriptionCode,
  partsOfProductCode,
  type ProductCode,
  type ProductCodeParts,
  type ProductDescriptionCode,
} from './product-code.js';
export { againstReference, differingPositions, secMatchesDin, withReference } from './reference.js';
export { scannedKind } from './scan.js';
export {
  electronicSec,
  formatSec,
  parseSec,
  partsOfSec,
  secOf,
  type CodingSystem,
  type Sec,
  type SecParts,
} from './sec.js';
export { parseStructure, type Structure } from './structure.js';
