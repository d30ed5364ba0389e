import { APPLICATION_ROLES as roleNames } from '../embedded/ensure-database.js';

/** People enter codes and print by them by the API; bells have nothing to do with labels. */
export const labelCodeGrants = [{ to: [roleNames.api], what: 'select, insert on cellrelay.label_code' }];
