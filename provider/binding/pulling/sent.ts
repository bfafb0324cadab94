import type { ApiField, ApiOperation } from "../documents";
import { matchFields } from "../matching/fields";
import { contextOf } from "../matching/profile";
import { pairFields } from "./pairing";
import { inContext, isWhole, lastNameIn, takenBy, type PlacedField, type Taken } from "./places";
import type { RequestPart } from "../applying/place";

/** A value that the provider sends, and where the server takes it. The empty path is the body itself. */
export interface SentPair {
  readonly own: PlacedField;
  readonly theirs: PlacedField;
}

/** How the values of a call travel. */
export interface Sending {
  readonly pairs: readonly SentPair[];
  /** What the provider sends and the server surely does not take. */
  readonly missing: readonly PlacedField[];
  readonly unsure: readonly { readonly own: PlacedField; readonly candidates: readonly PlacedField[] }[];
  /** Pairs of which nothing but their place in the path speaks. */
  readonly byPlace: readonly SentPair[];
  /** What the server requires and nothing of the provider gives. */
  readonly lacking: readonly PlacedField[];
}

export interface Hints {
  /** Query parameters of the provider that ask for a page of a list. */
  readonly own: ReadonlySet<string>;
  /** The same of the server. */
  readonly theirs: ReadonlySet<string>;
  /** A person says that both are the same operation, so what is left of their paths is the same by its place. */
  readonly isChosen: boolean;
}

/** From where to where a value may travel: the same place first. */
const ways: readonly (readonly [RequestPart, RequestPart])[] = [
  ["body", "body"],
  ["query", "query"],
  ["path", "query"],
  ["path", "body"],
  ["query", "path"],
  ["query", "body"],
  ["body", "path"],
  ["body", "query"],
];

export function pairSent(own: ApiOperation, theirs: ApiOperation, hints: Hints): Sending {
  const pairing = new CallPairing(takenBy(own, hints.own), takenBy(theirs, hints.theirs), contextOf(theirs));
  pairing.pairPaths(own, theirs);
  if (hints.isChosen) {
    pairing.pairByPlace(own, theirs);
  }
  pairing.pairWhole(own, theirs);
  for (const [from, to] of ways) {
    pairing.pair(from, to);
  }
  return pairing.end();
}

class CallPairing {
  private readonly pairs: SentPair[] = [];
  private readonly unsure: { own: PlacedField; candidates: readonly PlacedField[] }[] = [];
  private readonly missing: PlacedField[] = [];
  private readonly byPlace: SentPair[] = [];
  private readonly mine: Taken;
  private readonly others: Taken;

  constructor(
    own: Taken,
    private readonly theirs: Taken,
    private readonly context: readonly string[],
  ) {
    this.mine = { ...own };
    this.others = { ...theirs };
  }

  /** Parameters of paths, by their names together with the steps before them. */
  pairPaths(own: ApiOperation, theirs: ApiOperation): void {
    const [mine, others] = [inContext(own), inContext(theirs)];
    const at = (list: readonly ApiField[], fields: readonly ApiField[], field: ApiField) =>
      fields[list.indexOf(field)] ?? field;
    for (const match of matchFields(mine, others).matches) {
      const pair = {
        own: at(mine, own.pathParameters, match.own),
        theirs: at(others, theirs.pathParameters, match.theirs),
      };
      this.take("path", "path", pair);
    }
    const [left, ...more] = this.mine.path;
    const [open, ...moreOpen] = this.others.path;
    if (left !== undefined && open !== undefined && more.length + moreOpen.length === 0) {
      const isSamePlace = own.pathParameters.indexOf(left) === theirs.pathParameters.indexOf(open);
      if (isSamePlace && own.pathParameters.length === theirs.pathParameters.length) {
        this.take("path", "path", { own: left, theirs: open });
      }
    }
  }

  /** What is left of both paths: in its order, if there is as much of each, or else the last ones. */
  pairByPlace(own: ApiOperation, theirs: ApiOperation): void {
    const [mine, others] = [this.mine.path, this.others.path];
    const areLast = own.pathParameters.at(-1) === mine.at(-1) && theirs.pathParameters.at(-1) === others.at(-1);
    const count = mine.length === others.length ? mine.length : areLast ? Math.min(1, mine.length, others.length) : 0;
    const open = others.slice(others.length - count);
    mine.slice(mine.length - count).forEach((field, index) => {
      const other = open[index];
      if (other !== undefined) {
        this.take("path", "path", { own: field, theirs: other });
        this.byPlace.push({ own: { place: "path", field }, theirs: { place: "path", field: other } });
      }
    });
  }

  /** A body that is one value may be a member of an object there. */
  pairWhole(own: ApiOperation, theirs: ApiOperation): void {
    if (own.body === undefined || !isWhole(own.body)) {
      return;
    }
    const whole: ApiField = own.body.fields[0] ?? { path: [], type: "object", required: true, description: "" };
    if (theirs.body === undefined) {
      this.missing.push({ place: "body", field: whole });
      return;
    }
    if (isWhole(theirs.body)) {
      const [other = whole] = theirs.body.fields;
      this.pairs.push({ own: { place: "body", field: whole }, theirs: { place: "body", field: other } });
      return;
    }
    const named: ApiField = { ...whole, path: [lastNameIn(own)] };
    const { matches, ambiguous } = matchFields([named], this.others.body, this.context);
    const [only, ...others] = this.others.body;
    const found = matches[0]?.theirs ?? (others.length === 0 ? only : undefined);
    if (found !== undefined) {
      this.take("body", "body", { own: whole, theirs: found });
    } else {
      const candidates = ambiguous.flatMap((it) => it.candidates).map((field) => ({ place: "body" as const, field }));
      this.unsure.push({ own: { place: "body", field: whole }, candidates });
    }
  }

  pair(from: RequestPart, to: RequestPart): void {
    const { pairs, missing, unsure } = pairFields(this.mine[from], this.others[to], this.context);
    for (const pair of pairs) {
      this.take(from, to, pair);
    }
    for (const { own, candidates } of unsure) {
      this.unsure.push({
        own: { place: from, field: own },
        candidates: candidates.map((field) => ({ place: to, field })),
      });
    }
    // Items of a list cannot travel without it.
    const [within, left] = [missing.filter(isWithinList), missing.filter((field) => !isWithinList(field))];
    this.missing.push(...within.map((field) => ({ place: from, field })));
    this.mine[from] = left;
  }

  end(): Sending {
    const left = (["path", "query", "body"] as const).flatMap((place) =>
      this.mine[place].filter(({ path }) => !isHolder(path, this.mine[place])).map((field) => ({ place, field })),
    );
    return {
      pairs: this.pairs,
      missing: [...this.missing, ...left],
      unsure: this.unsure,
      byPlace: this.byPlace,
      lacking: this.lacking(),
    };
  }

  private take(from: RequestPart, to: RequestPart, pair: { readonly own: ApiField; readonly theirs: ApiField }): void {
    this.pairs.push({ own: { place: from, field: pair.own }, theirs: { place: to, field: pair.theirs } });
    this.mine[from] = this.mine[from].filter(({ path }) => !isSame(path, pair.own.path));
    this.others[to] = this.others[to].filter(({ path }) => !isSame(path, pair.theirs.path));
  }

  private lacking(): PlacedField[] {
    const inBody = this.others.body.filter(
      ({ path, required }) =>
        required &&
        !isWithinList({ path }) &&
        !isHolder(path, this.theirs.body) &&
        isRequiredThroughout(path, this.theirs.body) &&
        !this.isInsideTaken(path),
    );
    return [
      ...this.others.path.map((field) => ({ place: "path" as const, field })),
      ...this.others.query.filter(({ required }) => required).map((field) => ({ place: "query" as const, field })),
      ...inBody.map((field) => ({ place: "body" as const, field })),
    ];
  }

  /** Whether an object around it is sent as a whole. */
  private isInsideTaken(path: readonly string[]): boolean {
    return this.pairs.some(
      ({ theirs }) => theirs.place === "body" && isSame(theirs.field.path, path.slice(0, theirs.field.path.length)),
    );
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}

function isWithinList({ path }: Pick<ApiField, "path">): boolean {
  return path.includes("[]");
}

function isHolder(path: readonly string[], fields: readonly ApiField[]): boolean {
  return fields.some((it) => it.path.length > path.length && isSame(path, it.path.slice(0, path.length)));
}

function isRequiredThroughout(path: readonly string[], fields: readonly ApiField[]): boolean {
  const around = path.slice(0, -1).map((_, index) => path.slice(0, index + 1));
  return around.every((outer) => fields.some((it) => it.required && isSame(it.path, outer)));
}
