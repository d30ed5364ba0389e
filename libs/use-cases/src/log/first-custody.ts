/** What nobody was asked for when these were first recorded. */
const personNotStated = { poolId: null, basedIn: null, restUntil: null, alsoOn: [], papers: null };
const packingNotStated = {
  validatedHoldHours: null,
  preconditionedAt: null,
  packedBy: null,
  readBackBy: null,
  ambientCelsius: null,
  loggerStartedAt: null,
  loggerStartCelsius: null,
  checks: [],
  shortHold: null,
};
const checksNotStated = { sealDiffersReason: null, checks: [] };

/** What lifts the courier's and the custody's events from their first version. */
export const custodySteps = {
  CourierNominated: [
    ({ courier, substitute }: { readonly courier: object; readonly substitute: object }) => ({
      courier: { ...personNotStated, ...courier },
      substitute: { ...personNotStated, ...substitute },
    }),
  ],
  CourierFit: [
    (data: { readonly visas: readonly object[] }) => ({
      ...data,
      visas: data.visas.map((visa) => ({ until: null, ...visa })),
      lastJourneyEndedAt: null,
    }),
  ],
  SubstituteSent: [
    (data: { readonly nextSubstitute: object | null }) => ({
      ...data,
      nextSubstitute: data.nextSubstitute === null ? null : { ...personNotStated, ...data.nextSubstitute },
    }),
  ],
  RelayPlanned: [
    (data: { readonly courier: object }) => ({ ...data, courier: { poolId: null, papers: null, ...data.courier } }),
  ],
  BoxPacked: [(data: object) => ({ ...packingNotStated, ...data })],
  HandedOverToCourier: [(data: object) => ({ ...checksNotStated, ...data })],
  DeliveredToCentre: [(data: object) => ({ ...checksNotStated, ...data })],
};
