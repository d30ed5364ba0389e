import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line, longText } from './fields.js';
import { airportCode } from './identifier-fields.js';
import { zonedTime } from './zoned-time.js';

const exemption = line('Exemption', 40).meta({ title: 'Exemption', description: 'Plan, leg and airport, as 1/0/PEK' });

type Name =
  | 'RecordExemptionRequested'
  | 'RecordExemptionGranted'
  | 'RecordExemptionRefused'
  | 'AskExemptionAgain'
  | 'RecordExemptionWithdrawn'
  | 'RecordExemptionNotified'
  | 'RecordXrayDemanded'
  | 'RecordDemandEscalated'
  | 'RecordSearchedByHand'
  | 'RecordScanned'
  | 'RecordScanDecision'
  | 'RecordUnplannedCheckpoint';

/** How the X-ray exemption's commands come in. */
export const xrayExemptionWires: Wires<Name> = {
  RecordExemptionRequested: {
    title: 'Record that the exemption is requested',
    schema: z.strictObject({
      exemption,
      requestedAt: zonedTime('Requested at'),
      answerExpectedAt: zonedTime('Answer expected by'),
    }),
  },
  RecordExemptionGranted: {
    title: 'Record the exemption',
    schema: z.strictObject({ exemption, grantedAt: zonedTime('Granted at'), reference: line('Reference', 60) }),
  },
  RecordExemptionRefused: {
    title: 'Record that the exemption is refused',
    schema: z.strictObject({ exemption, refusedAt: zonedTime('Refused at'), reason: longText('Reason') }),
  },
  AskExemptionAgain: {
    title: 'Ask for the exemption again',
    schema: z.strictObject({ exemption, reason: longText('Reason') }),
  },
  RecordExemptionWithdrawn: {
    title: 'Record that the exemption is withdrawn',
    schema: z.strictObject({ exemption, withdrawnAt: zonedTime('Withdrawn at') }),
  },
  RecordExemptionNotified: {
    title: 'Record that airport security is told',
    schema: z.strictObject({ exemption, notifiedAt: zonedTime('Told at'), told: line('Who was told') }),
  },
  RecordXrayDemanded: {
    title: 'Record that security wants the box X-rayed',
    schema: z.strictObject({ exemption, demandedAt: zonedTime('Demanded at'), by: line('Demanded by') }),
  },
  RecordDemandEscalated: {
    title: 'Record whom the demand was taken to',
    schema: z.strictObject({
      exemption,
      escalatedAt: zonedTime('Taken there at'),
      level: z.enum(['supervisor', 'hotline']).meta({ title: 'Level' }),
      to: line('Taken to'),
    }),
  },
  RecordSearchedByHand: {
    title: 'Record that the box was searched by hand',
    schema: z.strictObject({ exemption, searchedAt: zonedTime('Searched at') }),
  },
  RecordScanned: {
    title: 'Record that the box was X-rayed',
    schema: z.strictObject({ exemption, scannedAt: zonedTime('Scanned at'), reason: longText('How it came about') }),
    grave: 'The transplant physician decides what becomes of the cells; nothing is discarded by this.',
  },
  RecordScanDecision: {
    title: 'Record the physician’s word on the scan',
    schema: z.strictObject({
      exemption,
      decidedAt: zonedTime('Decided at'),
      decision: z.enum(['use', 'do-not-use']).meta({ title: 'Decision' }),
      physician: line('Physician'),
      reason: longText('Reason'),
    }),
    grave: 'It says whether the scanned cells are used.',
  },
  RecordUnplannedCheckpoint: {
    title: 'Record a checkpoint that was not planned for',
    schema: z.strictObject({
      airport: airportCode('Airport'),
      passedAt: zonedTime('Passed at'),
      what: z.enum(['searched', 'scanned']).meta({ title: 'What happened to the box' }),
      reason: longText('How it came about'),
    }),
    grave: 'If the box was X-rayed there, the transplant physician decides what becomes of the cells.',
  },
};
