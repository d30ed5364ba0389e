/** Which of an account's trips are theirs no more. */
export type Goes = (trip: string) => boolean;

/** Those names of an account's kept answers that are of a trip which goes. */
export function goneOf(names: readonly string[], account: string, goes: Goes): readonly string[] {
  return names.filter((name) => {
    const trip = /^(?:trip|told) (\S+)/.exec(name.slice(account.length + 1))?.[1];
    return trip !== undefined && goes(trip);
  });
}

/** Those addresses of issued papers that are of a trip which goes. */
export function gonePapers(paths: readonly string[], goes: Goes): readonly string[] {
  return paths.filter((path) => {
    const trip = /\/shipments\/([^/]+)\/papers\//.exec(path)?.[1];
    return trip !== undefined && goes(decodeURIComponent(trip));
  });
}
