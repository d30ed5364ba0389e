import { parseProductDescriptionCode } from '@cellrelay/identifiers';
import { err, ok, type Result } from '@cellrelay/kernel';
import { checkedSiteCodes, type BloodGroupEntry, type SiteCodes } from '@cellrelay/paperwork';
import type { Refusal } from '@cellrelay/shipment';
import type { AuditAuthor } from '../audit/audit.port.js';
import { productsIn, type ProductLine } from './imported-products.js';
import type { ImportedProducts, LabelCodeEnding, NewBloodGroupCode, NewProductCode } from './label-code-bodies.js';
import * as refusals from './label-code-refusals.js';
import type { CodeKey, CodeVersion, KeptCode, LabelCodeStore } from './label-code-store.port.js';
import type { LabelCodeList, LabelCodesImported, LabelCodeView } from './label-code-views.js';
import { codeTold, isSame, siteCodesOf, stands, withNew } from './site-code-list.js';

type Answer<T> = Promise<Result<T, Refusal>>;

/** What is said of an entry, before it is known which version it is. */
type Said = NewProductCode | NewBloodGroupCode | ImportedProducts;

/**
 * The site's own list of codes, kept under its own licence: what product description codes and blood groups' codes stand for on labels. ISBT 128's tables may not be passed on
 * (S79), so the list is empty until somebody enters it.
 */
export class LabelCodes {
  constructor(private readonly store: LabelCodeStore) {}

  /** What stands, by list and key: a thousand entries at most. */
  async list(): Promise<LabelCodeList> {
    const items = (await this.store.newest()).filter(stands).map(codeTold);
    return { items, next: null, total: items.length };
  }

  /** What stands, as labels are made by it. */
  async standing(): Promise<SiteCodes> {
    return siteCodesOf(await this.store.newest());
  }

  /** Enters what a product description code stands for, or says it anew. */
  async enterProduct(by: AuditAuthor, code: string, body: NewProductCode): Answer<LabelCodeView> {
    const read = parseProductDescriptionCode(code);
    if (!read.ok) return err(refusals.faultyCode(read.error.sentence));
    const { name, attributes } = body;
    return this.enter(by, { list: 'products', key: read.value, body, entry: productOf(read.value, name, attributes) });
  }

  /** Enters the code of a blood group, or another one. */
  async enterBloodGroup(by: AuditAuthor, group: string, body: NewBloodGroupCode): Answer<LabelCodeView> {
    const entry = bloodGroupOf(group, body.code);
    if (entry === undefined) return err(refusals.noBloodGroup);
    return this.enter(by, { list: 'blood-groups', key: `${entry.abo}${entry.rh}`, body, entry });
  }

  /** From now on nothing is printed by that entry. */
  async end(by: AuditAuthor, of: AskedCode, { version, person, reason }: LabelCodeEnding): Answer<LabelCodeView> {
    const found = (await this.store.newest()).filter(stands).find((each) => isSame(each, of));
    if (found === undefined) return err(refusals.noSuchLabelCode);
    if (found.version !== version) return err(refusals.staleCode(found.version, '/version'));
    const { list, key } = found;
    const ended = await this.store.add(by, [{ list, key, version: version + 1, entry: null, person, reason }]);
    return ended ? ok(codeTold(found)) : err(refusals.listMoved);
  }

  /** Enters all products of a file that differ from what stands; or says what would be entered. A file with a fault is refused whole, with each fault. */
  async importProducts(
    by: AuditAuthor,
    body: ImportedProducts,
  ): Promise<Result<LabelCodesImported, readonly [Refusal, ...Refusal[]]>> {
    const read = productsIn(body.csv);
    if (!read.ok) return read;
    const newest = await this.store.newest();
    const items = read.value.map((line) => lineTold(line, newest));
    const moved = read.value.filter((_, nth) => items[nth]?.becomes !== 'same');
    const versions = moved.map(({ entry }) => versionOf({ list: 'products', key: entry.code, body, entry }, newest));
    const refused = refusedOf(newest, versions);
    if (refused !== undefined) return err([refused]);
    if (body.preview || versions.length === 0) return ok({ entered: false, items });
    return (await this.store.add(by, versions)) ? ok({ entered: true, items }) : err([refusals.listMoved]);
  }

  private async enter(
    by: AuditAuthor,
    meant: Meant & { readonly body: { readonly after: number } },
  ): Answer<LabelCodeView> {
    const newest = await this.store.newest();
    const found = newest.filter(stands).find((each) => isSame(each, meant));
    const standing = found?.version ?? 0;
    if (meant.body.after !== standing) return err(refusals.staleCode(standing, '/after'));
    const version = versionOf(meant, newest);
    const refused = refusedOf(newest, [version]);
    if (refused !== undefined) return err(refused);
    if (!(await this.store.add(by, [version]))) return err(refusals.listMoved);
    const kept = (await this.store.newest()).filter(stands).find((each) => isSame(each, meant));
    return kept === undefined ? err(refusals.listMoved) : ok(codeTold(kept));
  }
}

/** An entry as somebody asks for it: there may be none. */
interface AskedCode {
  readonly list: string;
  readonly key: string;
}

/** An entry as somebody wants it to stand. */
interface Meant extends CodeKey {
  readonly body: Said;
  readonly entry: NonNullable<KeptCode['entry']>;
}

/** The version after the newest there is, ended or not. */
function versionOf({ list, key, body, entry }: Meant, newest: readonly KeptCode[]): CodeVersion {
  const { source, asOf, person } = body;
  const before = newest.find((each) => isSame(each, { list, key }))?.version ?? 0;
  return { list, key, version: before + 1, entry, source, asOf, person };
}

/** Why the list cannot become so. What stood was sound, so that each fault is one of what was added. */
function refusedOf(newest: readonly KeptCode[], added: readonly CodeVersion[]): Refusal | undefined {
  const codes = siteCodesOf(withNew(newest, added));
  if (codes.products.length + codes.bloodGroups.length > refusals.mostCodes) return refusals.tooManyLabelCodes;
  const checked = checkedSiteCodes(codes);
  if (checked.ok) return undefined;
  const sentence = checked.error.map((fault) => fault.sentence).join(' ');
  return refusals.faultyCode(sentence, added[0]?.list === 'blood-groups' ? '/code' : undefined);
}

function productOf(code: string, name: string, attributes: string | null) {
  return { code, name, ...(attributes === null ? {} : { attributes }) };
}

function bloodGroupOf(group: string, code: string): BloodGroupEntry | undefined {
  const [, abo, rh] = /^(A|B|AB|O)([+-])$/.exec(group) ?? [];
  return abo === undefined ? undefined : { code, abo: abo as BloodGroupEntry['abo'], rh: rh === '+' ? '+' : '-' };
}

function lineTold({ line, entry }: ProductLine, newest: readonly KeptCode[]): LabelCodesImported['items'][number] {
  const { code, name, attributes = null } = entry;
  const found = newest.filter(stands).find((each) => isSame(each, { list: 'products', key: code }));
  if (found === undefined) return { line, code, name, attributes, becomes: 'new' };
  const before = codeTold(found);
  const same = before.name === name && before.attributes === attributes;
  return { line, code, name, attributes, becomes: same ? 'same' : 'changed' };
}
