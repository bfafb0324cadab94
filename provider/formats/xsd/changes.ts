import { FormatError, type FileProblem } from "../file-problem";
import type { Components, Member, Reference, TypeDeclaration, XsdDocument } from "./declarations";
import { keyOf } from "./names";

export interface Changed {
  /** One for each that was given, in the same order. */
  readonly documents: readonly XsdDocument[];
  readonly problems: readonly FileProblem[];
}

/** The documents that a reference leads to: one, or none where it is not among them. */
type Leads = (reference: Reference) => readonly XsdDocument[];

/** Changes that a schema may have, as many as documents. */
const most = 2000;

/** What one `redefine` or `override` changes, and in which documents: what it names, and what belongs to that. */
interface Change {
  readonly by: XsdDocument;
  readonly reference: Reference;
  readonly components: Components;
  readonly reach: ReadonlySet<XsdDocument>;
}

/**
 * The documents as `redefine` and `override` leave them. A change holds for the whole schema, for those as well that
 * refer to what it changes without knowing of it. Of several changes of the same component an overriding one is taken
 * from the outermost document, and redefining ones build on one another from the innermost on.
 */
export function withChanges(documents: readonly XsdDocument[], leads: Leads): Changed {
  const changes = documents.flatMap((by) => changesBy(by, leads));
  if (changes.length > most) {
    throw new FormatError({ message: `more than ${String(most)} places redefine or override something` });
  }
  if (changes.length === 0) {
    return { documents, problems: [] };
  }
  const overriding = outermostFirst(changes.filter(({ reference }) => reference.kind === "override"));
  const overridden = documents.map((document) => overriddenBy(document, overriding));
  const redefining = changes
    .filter(({ reference }) => reference.kind === "redefine")
    .map((change) => ({ ...change, components: replaced(change.components, change.by, overriding) }));
  return redefined(documents, overridden, redefining);
}

function changesBy(by: XsdDocument, leads: Leads): Change[] {
  return by.references.flatMap((reference) =>
    reference.changes === undefined
      ? []
      : [{ by, reference, components: reference.changes, reach: reachOf(leads(reference), leads) }],
  );
}

function reachOf(start: readonly XsdDocument[], leads: Leads): ReadonlySet<XsdDocument> {
  const reach = new Set(start);
  for (const document of reach) {
    for (const reference of document.references.filter(({ kind }) => kind !== "import")) {
      leads(reference).forEach((it) => reach.add(it));
    }
  }
  return reach;
}

function overriddenBy(document: XsdDocument, overriding: readonly Change[]): XsdDocument {
  // Where the document to override is not there, what was to take its place is all there is.
  const alone = overriding.filter(({ by, reach }) => by === document && reach.size === 0);
  return { ...document, ...together([replaced(document, document, overriding), ...alone.map((it) => it.components)]) };
}

/** Each component, or what overrides it; the outermost overriding document comes first. */
function replaced(components: Components, place: XsdDocument, overriding: readonly Change[]): Components {
  const applying = overriding.filter(({ by, reach }) => by !== place && reach.has(place));
  if (applying.length === 0) {
    return components;
  }
  const elements = firstOfEach(applying, (it) => it.elements.map((element) => [keyOf(element), element]));
  const types = firstOfEach(applying, (it) => it.types.map((type) => [type.name ?? "", type]));
  const groups = firstOfEach(applying, (it) => [...it.groups]);
  return {
    elements: components.elements.map((it) => elements.get(keyOf(it)) ?? it),
    types: components.types.map((it) => types.get(it.name ?? "") ?? it),
    groups: new Map([...components.groups].map(([name, members]) => [name, groups.get(name) ?? members])),
  };
}

function firstOfEach<T>(
  changes: readonly Change[],
  named: (components: Components) => readonly (readonly [string, T])[],
): ReadonlyMap<string, T> {
  return new Map([...changes].reverse().flatMap(({ components }) => named(components)));
}

function together(parts: readonly Components[]): Components {
  return {
    elements: parts.flatMap(({ elements }) => elements),
    types: parts.flatMap(({ types }) => types),
    groups: new Map(parts.flatMap(({ groups }) => [...groups])),
  };
}

function outermostFirst(changes: readonly Change[]): Change[] {
  return innermostFirst([...changes].reverse()).reverse();
}

/** A change lies within another one whose reach has its document; those of a circle stay as they are. */
function innermostFirst(changes: readonly Change[]): Change[] {
  const within = (one: Change, other: Change) => other.reach.has(one.by) && !one.reach.has(other.by);
  const ranked = changes.map((change) => ({ change, rank: changes.filter((it) => within(it, change)).length }));
  return ranked.sort((one, other) => one.rank - other.rank).map(({ change }) => change);
}

/** What redefined components were, and become. */
interface Versions<T> {
  readonly latest: T;
  /** Where the latest one is declared; its former ones are declared nowhere any more. */
  readonly place: XsdDocument;
}

function redefined(
  documents: readonly XsdDocument[],
  overridden: readonly XsdDocument[],
  redefining: readonly Change[],
): Changed {
  const now = new Map(documents.map((document, index) => [document, overridden[index] ?? document]));
  const types = new Map<string, Versions<TypeDeclaration>>();
  const groups = new Map<string, Versions<readonly Member[]>>();
  const problems: FileProblem[] = [];
  for (const { by, reference, components, reach } of innermostFirst(redefining)) {
    const before = [...reach].map((it) => now.get(it) ?? it);
    const missing = (name: string) => {
      // Where the whole document is not there, that is told already.
      if (reach.size > 0) {
        const message = `the redefine of ${name} finds nothing of that name in "${reference.location ?? ""}"`;
        problems.push({ file: by.path, line: reference.line, message, isRemark: true });
      }
    };
    for (const type of components.types) {
      const name = type.name ?? "";
      const former = types.get(name)?.latest ?? first(before, (it) => it.types.find((one) => one.name === name));
      if (former === undefined) {
        missing(name);
      }
      const latest = type.base === name ? { ...type, former: former ?? ("unknown" as const) } : type;
      types.set(name, { latest, place: by });
    }
    for (const [name, members] of components.groups) {
      const former = groups.get(name)?.latest ?? first(before, (it) => it.groups.get(name));
      if (former === undefined) {
        missing(name);
      }
      groups.set(name, { latest: onFormer(members, name, former ?? []), place: by });
    }
  }
  return { documents: documents.map((it) => placed(it, now.get(it) ?? it, types, groups)), problems };
}

function first<T>(documents: readonly XsdDocument[], find: (document: XsdDocument) => T | undefined): T | undefined {
  for (const document of documents) {
    const found = find(document);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** A group that uses itself means what it was before. */
function onFormer(members: readonly Member[], name: string, former: readonly Member[]): readonly Member[] {
  return members.map((member): Member => {
    if (member.kind === "group") {
      return member.group === name ? { ...member, former } : member;
    }
    const { inside } = member;
    return inside === undefined
      ? member
      : { ...member, inside: { ...inside, members: onFormer(inside.members, name, former) } };
  });
}

/** Every name once: what was redefined is declared where its latest version is. */
function placed(
  document: XsdDocument,
  now: XsdDocument,
  types: ReadonlyMap<string, Versions<TypeDeclaration>>,
  groups: ReadonlyMap<string, Versions<readonly Member[]>>,
): XsdDocument {
  const here = <T>(versions: ReadonlyMap<string, Versions<T>>) =>
    [...versions].filter(([, { place }]) => place === document).map(([name, { latest }]) => [name, latest] as const);
  return {
    ...now,
    types: [...now.types.filter(({ name }) => !types.has(name ?? "")), ...here(types).map(([, type]) => type)],
    groups: new Map([...[...now.groups].filter(([name]) => !groups.has(name)), ...here(groups)]),
  };
}
