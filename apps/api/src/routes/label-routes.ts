import * as labelQueries from './label-queries.js';
import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const here = { tag: 'papers', open: false } as const;
const ofShipment = { tag: 'papers', open: false, method: 'get', params: queries.shipmentParams } as const;
const bodyFaults = [
  'body-faulty',
  'body-not-json',
  'body-not-json-type',
  'body-too-large',
  'text-not-storable',
] as const;
const entered = ['stale-revision', 'label-code-faulty', 'too-many-label-codes', ...bodyFaults] as const;

/** Labels of bags and boxes, and the site's own list of the codes on them. */
export const labelRoutes = {
  listLabelCodes: {
    ...here,
    id: 'listLabelCodes',
    method: 'get',
    path: `${v1}/label-codes`,
    says: 'The site’s own list of codes on labels: products, then blood groups',
    more: 'No table of ISBT 128 comes along: a site enters what it uses, under its own licence. What is not in the list is printed nowhere. A thousand entries at most, all at once.',
    answer: json('LabelCodes', 'All that stand'),
    refusals: [],
  },
  putProductCode: {
    ...here,
    id: 'putProductCode',
    method: 'put',
    path: `${v1}/label-codes/products/{code}`,
    params: labelQueries.productCodeParams,
    says: 'Enter what a product description code stands for, or say it anew',
    body: 'ProductCode',
    answer: json('LabelCode', 'As it stands now'),
    refusals: [...entered],
  },
  putBloodGroupCode: {
    ...here,
    id: 'putBloodGroupCode',
    method: 'put',
    path: `${v1}/label-codes/blood-groups/{group}`,
    params: labelQueries.bloodGroupParams,
    says: 'Enter the code of a blood group, or another one',
    body: 'BloodGroupCode',
    answer: json('LabelCode', 'As it stands now'),
    refusals: ['no-such-label-code', ...entered],
  },
  endLabelCode: {
    ...here,
    id: 'endLabelCode',
    method: 'post',
    path: `${v1}/label-codes/{list}/{key}/ending`,
    params: labelQueries.labelCodeParams,
    says: 'End an entry of the list: nothing is printed by it any more',
    body: 'LabelCodeEnded',
    answer: json('LabelCode', 'As it stood'),
    refusals: ['no-such-label-code', 'stale-revision', ...bodyFaults],
  },
  importProductCodes: {
    ...here,
    id: 'importProductCodes',
    method: 'post',
    path: `${v1}/label-codes/products/import`,
    says: 'Enter the products of a file (CSV), or look at what would be entered',
    more: 'Every line is entered, or nothing. A line that says what stands already changes nothing, so that the same file may be sent again.',
    body: 'ImportedProducts',
    answer: json('LabelCodesImported', 'Line by line, beside what stood'),
    refusals: [
      ...['label-codes-without-table', 'label-code-faulty', 'too-many', 'too-many-label-codes', 'stale-revision'],
      ...bodyFaults,
    ],
  },
  getLabels: {
    ...ofShipment,
    id: 'getLabels',
    path: `${v1}/shipments/{id}/labels`,
    says: 'Labels of a shipment’s bags and of its box: which can be made, and what the others lack',
    more: 'For whoever puts them on: tie tags for the operator and the collection centre, the label of the box for who carries it too. It names neither centre.',
    answer: json('Labels', 'Tie tags first'),
    refusals: ['shipment-id-malformed', 'no-such-shipment', 'not-yours-to-do'],
  },
  printLabels: {
    ...ofShipment,
    id: 'printLabels',
    path: `${v1}/shipments/{id}/labels/pdf`,
    query: labelQueries.printQuery,
    says: 'Labels as PDF, for a label printer or for A4',
    more: 'All that are asked for, or a refusal that says which one lacks what, or does not fit. To be printed at its own size, not fitted to the page.',
    answer: {
      status: 200,
      says: 'One label to a page, or a sheet of them',
      schema: 'Text',
      mediaType: 'application/pdf',
    },
    refusals: [
      ...['shipment-id-malformed', 'no-such-shipment', 'not-yours-to-do', 'query-faulty', 'no-such-label'],
      ...['label-not-made', 'label-not-in-language', 'label-does-not-fit', 'papers-busy', 'paper-not-set'],
    ],
  },
} as const satisfies Record<string, RouteSpec>;
