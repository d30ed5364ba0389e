import { sameJson, type Instant } from '@cellrelay/kernel';
import type { CoverBorders, CustomsClearanceState, CustomsRequest } from './customs-clearance.js';

type Border = CoverBorders['data']['borders'][number];

/** A request's id: country, direction and the airport whose customs desk is asked, as in CN-export-PEK. */
export function requestIdOf(border: Pick<Border, 'country' | 'direction' | 'airport'>): string {
  return `${border.country}-${border.direction}-${border.airport}`;
}

/** The requests brought in line with the borders to be covered: new ones wanted, others widened, narrowed or no longer wanted. */
export function coverBorders(
  state: CustomsClearanceState,
  borders: readonly Border[],
  at: Instant,
): CustomsClearanceState {
  const known = state.requests.map((request) => {
    const border = borders.find((each) => requestIdOf(each) === request.id);
    return border === undefined || border.covers.length === 0 ? uncovered(request, at) : covered(request, border, at);
  });
  const news = borders.filter(
    (border) => border.covers.length > 0 && !known.some((request) => request.id === requestIdOf(border)),
  );
  return { ...state, requests: [...known, ...news.map((border) => wantedFor(border, at))] };
}

/** Whether covering these borders would change nothing. */
export function coversAlready(state: CustomsClearanceState, borders: readonly Border[]): boolean {
  const at = state.requests[0]?.wantedAt;
  if (at === undefined) return borders.every((border) => border.covers.length === 0);
  return sameJson(coverBorders(state, borders, at).requests, state.requests);
}

const unasked = {
  submittedAt: null,
  answerExpectedAt: null,
  permit: null,
  validUntil: null,
  escalations: [],
  reason: null,
  toWithdrawSince: null,
} as const;

function wantedFor({ country, direction, airport, covers }: Border, at: Instant): CustomsRequest {
  return {
    id: requestIdOf({ country, direction, airport }),
    country,
    direction,
    airport,
    covers,
    status: 'wanted',
    occasion: 1,
    wantedAt: at,
    ...unasked,
    released: null,
  };
}

/** Wanted again after it was to be withdrawn: asked anew, since the withdrawal may be on its way already. */
function covered(request: CustomsRequest, { covers }: Border, at: Instant): CustomsRequest {
  const again = request.status === 'withdrawn' || request.status === 'to-withdraw';
  return again ? { ...askedAnew(request, at), covers } : { ...request, covers };
}

/** Once the goods have passed there is nothing to withdraw. */
function uncovered(request: CustomsRequest, at: Instant): CustomsRequest {
  switch (request.status) {
    case 'wanted':
    case 'refused':
    case 'lapsed':
      return { ...request, covers: [], status: 'withdrawn' };
    case 'submitted':
    case 'granted':
      return { ...request, covers: [], status: 'to-withdraw', toWithdrawSince: at };
    case 'to-be-regularised':
    case 'cleared':
      return { ...request, covers: [] };
    case 'to-withdraw':
    case 'withdrawn':
      return request;
  }
}

/** The request at its next occasion: nothing of the last one counts. */
export function askedAnew(request: CustomsRequest, at: Instant): CustomsRequest {
  return {
    ...request,
    ...unasked,
    status: 'wanted',
    occasion: request.occasion + 1,
    wantedAt: at,
  };
}
