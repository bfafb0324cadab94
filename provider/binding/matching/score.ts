import type { ApiField, ApiOperation } from "../documents";
import { matchFields } from "./fields";
import { likenessOfShapes } from "./path-shape";
import type { Profile } from "./profile";
import type { Weights } from "./weights";

/** One thing that speaks for or against a candidate, with its weight in points. */
export interface Reason {
  readonly points: number;
  /** For people: `the path is alike (0.80)`. */
  readonly text: string;
}

/** An operation of the server that may be the one that the provider means, with all that speaks for and against it. */
export interface Candidate {
  readonly operation: ApiOperation;
  /** The sum of the points: about 100 for the same operation, below 0 for one that cannot be it. */
  readonly points: number;
  readonly reasons: readonly Reason[];
  /** Its method, its answer, the end of its path or who may call it is of another kind, so only a person may bind it. */
  readonly isRuledOut: boolean;
  /** How much of what both are about is the same, from 0 to 1. */
  readonly subject: number;
}

/** Points that bodies and answers may add. */
const MOST_FOR_BODY = 15;
const MOST_FOR_ANSWER = { withBody: 12, alone: 20 };

/** Without a body, the answer alone says what an operation is about. */
function mostForAnswer({ body }: ApiOperation): number {
  return body === undefined ? MOST_FOR_ANSWER.alone : MOST_FOR_ANSWER.withBody;
}

/** What is known of a pair before its fields are compared. */
export interface FirstLook {
  readonly theirs: Profile;
  readonly method: number;
  readonly id: number;
  readonly tags: number;
  readonly document: number;
  readonly summary: number;
  readonly path: number;
  readonly points: number;
  readonly most: number;
}

const changes = new Set(["PUT", "PATCH", "POST"]);

function pointsForMethod(mine: string, other: string): number {
  if (mine === other) {
    return 15;
  }
  if (changes.has(mine) && changes.has(other)) {
    return mine === "PUT" && other === "PATCH" ? 12 : 0;
  }
  return mine === "GET" || other === "GET" ? -60 : -30;
}

/** A cheap look at a pair. undefined: its methods alone say that it is not the one. */
export function lookAt(mine: Profile, theirs: Profile, weights: Weights): FirstLook | undefined {
  const [own, other] = [mine.operation, theirs.operation];
  const method = pointsForMethod(own.method, other.method);
  if (method === -60) {
    return undefined;
  }
  const id = own.id === other.id ? 1 : weights.overlap(mine.id, theirs.id);
  const tags = weights.overlap(mine.tags, theirs.tags);
  const document = own.document === other.document ? 1 : weights.overlap(mine.document, theirs.document);
  const summary = weights.overlap(mine.summary, theirs.summary);
  const path = own.path === other.path ? 1 : likenessOfShapes(mine.steps, theirs.steps);
  const points =
    method +
    pointsForId(own, other, id) +
    Math.round(6 * tags) +
    pointsForDocument(own, other, document) +
    Math.round(10 * summary) +
    pointsForPath(own, other, path) +
    pointsForParameters(own, other) +
    pointsForEnd(mine, theirs);
  const most = points + (own.body === undefined ? 0 : MOST_FOR_BODY) + mostForAnswer(own);
  return { theirs, method, id, tags, document, summary, path, points, most };
}

function pointsForId(own: ApiOperation, theirs: ApiOperation, likeness: number): number {
  return own.id === theirs.id ? 30 : Math.round(26 * likeness);
}

/** Several services may have the same operations; then their documents alone tell them apart. */
function pointsForDocument(own: ApiOperation, theirs: ApiOperation, likeness: number): number {
  return own.document === theirs.document ? 14 : Math.round(8 * likeness);
}

function pointsForPath(own: ApiOperation, theirs: ApiOperation, likeness: number): number {
  return own.path === theirs.path ? 40 : Math.round(25 * likeness);
}

function pointsForParameters(own: ApiOperation, theirs: ApiOperation): number {
  return -6 * Math.abs(own.pathParameters.length - theirs.pathParameters.length);
}

/** A path that ends with something of which the provider's operation says nothing is about that: `/users/{id}/drafts`. */
function pointsForEnd(mine: Profile, theirs: Profile): number {
  const end = theirs.steps.at(-1);
  const isKnown = end === undefined || end.text === "{}" || end.words.some((word) => mine.about.has(word));
  const isMore = namesIn(theirs.steps) > namesIn(mine.steps) || mine.steps.at(-1)?.text === "{}";
  return isMore && !isKnown ? -15 : 0;
}

/** Who logs in, or registers, has no token yet. */
function pointsForLogin(own: ApiOperation, theirs: ApiOperation): number {
  return own.method !== "GET" && !own.needsLogin && theirs.needsLogin ? -30 : 0;
}

/** How many steps name a thing of their own. */
function namesIn(steps: Profile["steps"]): number {
  return steps.filter(({ text, weight }) => text !== "{}" && weight === 1).length;
}

/** Holds one operation of the server against the one that the provider means, with every reason. */
export function scoreOf(mine: Profile, look: FirstLook, weights: Weights): Candidate {
  const [own, theirs] = [mine.operation, look.theirs.operation];
  const reasons = [
    method(own, theirs, look),
    {
      points: pointsForId(own, theirs, look.id),
      text: own.id === theirs.id ? "the id is the same" : `the id ${theirs.id} has words in common (${ratio(look.id)})`,
    },
    { points: Math.round(6 * look.tags), text: `the tags are alike (${ratio(look.tags)})` },
    {
      points: pointsForDocument(own, theirs, look.document),
      text:
        own.document === theirs.document
          ? "its document is the same"
          : `its document is alike (${ratio(look.document)})`,
    },
    { points: Math.round(10 * look.summary), text: `the summary is alike (${ratio(look.summary)})` },
    {
      points: pointsForPath(own, theirs, look.path),
      text: own.path === theirs.path ? "the path is the same" : `the path is alike (${ratio(look.path)})`,
    },
    {
      points: pointsForParameters(own, theirs),
      text: `the path has ${String(theirs.pathParameters.length)} parameters, not ${String(own.pathParameters.length)}`,
    },
    {
      points: pointsForEnd(mine, look.theirs),
      text: `its path ends with ${look.theirs.steps.at(-1)?.text ?? ""}`,
    },
    { points: pointsForLogin(own, theirs), text: "it wants a login" },
    ...body(own, theirs, look.theirs.context),
    ...answer(own, theirs, look.theirs.context),
    ...(theirs.deprecated ? [{ points: -10, text: "it is deprecated" }] : []),
  ].filter(({ points }) => points !== 0);
  return {
    operation: theirs,
    reasons,
    points: reasons.reduce((sum, { points }) => sum + points, 0),
    isRuledOut: isRuledOut(own, theirs) || pointsForEnd(mine, look.theirs) < 0,
    subject: weights.overlap(mine.subject, look.theirs.subject),
  };
}

function isRuledOut(own: ApiOperation, theirs: ApiOperation): boolean {
  const isOtherMethod = pointsForMethod(own.method, theirs.method) < 0;
  const isOtherFile = (own.answer.gives === "file") !== (theirs.answer.gives === "file");
  const isOtherUpload = (own.body?.sends === "file") !== (theirs.body?.sends === "file");
  const isOtherList = own.answer.isList !== theirs.answer.isList && theirs.answer.gives === "json";
  const isLocked = pointsForLogin(own, theirs) < 0;
  return isLocked || isOtherMethod || isOtherFile || isOtherUpload || isOtherList;
}

function method(
  { method: mine }: ApiOperation,
  { method: other }: ApiOperation,
  { method: points }: FirstLook,
): Reason {
  if (mine === other) {
    return { points, text: `the method is the same (${other})` };
  }
  return {
    points,
    text: points < 0 ? `the method is ${other}, not ${mine}` : `the method is ${other}, which also writes`,
  };
}

function body(own: ApiOperation, theirs: ApiOperation, context: readonly string[]): Reason[] {
  if (own.body === undefined && theirs.body === undefined) {
    return [];
  }
  if (own.body === undefined || theirs.body === undefined) {
    const isMore = own.body === undefined;
    return [{ points: isMore ? -8 : -30, text: isMore ? "it takes a body" : "it takes no body" }];
  }
  if (own.body.sends !== theirs.body.sends) {
    const isFile = own.body.sends === "file" || theirs.body.sends === "file";
    return [{ points: isFile ? -25 : -5, text: `its body is ${theirs.body.sends}, not ${own.body.sends}` }];
  }
  if (own.body.sends === "file") {
    return [{ points: MOST_FOR_BODY, text: "its body is a file too" }];
  }
  const lacking = countsOf(own.body.fields, theirs.body.fields, context).lacking;
  return [
    found(own.body.fields, theirs.body.fields, context, MOST_FOR_BODY, "body"),
    {
      points: -Math.min(LACKING.most, LACKING.each * lacking),
      text: `its body requires ${String(lacking)} fields that are not sent`,
    },
  ];
}

/** Points for each field that the server requires and the provider does not send. */
const LACKING = { each: 5, most: 20 };

function answer(own: ApiOperation, theirs: ApiOperation, context: readonly string[]): Reason[] {
  const [mine, other] = [own.answer, theirs.answer];
  if (mine.gives === "file" && other.gives === "file") {
    return [{ points: mostForAnswer(own), text: "it answers a file too" }];
  }
  if (mine.gives === "file" || other.gives === "file") {
    return [{ points: -50, text: other.gives === "file" ? "it answers a file" : "it answers no file" }];
  }
  if (mine.isList !== other.isList && mine.gives === "json" && other.gives === "json") {
    return [{ points: -35, text: other.isList ? "it answers a list" : "it answers no list" }];
  }
  return [found(mine.fields, other.fields, context, mostForAnswer(own), "answer")];
}

/** How many of our fields theirs has; one that several of theirs may be counts half. */
function found(
  own: readonly ApiField[],
  theirs: readonly ApiField[],
  context: readonly string[],
  most: number,
  where: string,
): Reason {
  const { matched, all } = countsOf(own, theirs, context);
  return {
    points: all === 0 ? 0 : Math.round((most * matched) / all),
    text: `${String(Math.floor(matched))} of ${String(all)} fields of the ${where} are found`,
  };
}

interface Counts {
  readonly matched: number;
  readonly all: number;
  /** Fields that the server requires and that none of the provider is like. */
  readonly lacking: number;
}

/** Operations share their models, so the same two lists of fields meet again and again. */
const known = new WeakMap<readonly ApiField[], WeakMap<readonly ApiField[], Map<string, Counts>>>();

function countsOf(own: readonly ApiField[], theirs: readonly ApiField[], context: readonly string[]): Counts {
  const ofOwn = known.get(own) ?? new WeakMap<readonly ApiField[], Map<string, Counts>>();
  const ofBoth = ofOwn.get(theirs) ?? new Map<string, Counts>();
  known.set(own, ofOwn);
  ofOwn.set(theirs, ofBoth);
  const key = context.join(" ");
  const before = ofBoth.get(key);
  if (before !== undefined) {
    return before;
  }
  const { matches, missing, ambiguous } = matchFields(own, theirs, context);
  const like = new Set([...matches.map((it) => it.theirs), ...ambiguous.flatMap((it) => it.candidates)]);
  const isMet = (field: ApiField): boolean => [...like].some(({ path }) => path[0] === field.path[0]);
  const counts: Counts = {
    matched: matches.length + ambiguous.length / 2,
    all: matches.length + missing.length + ambiguous.length,
    lacking: theirs.filter((field) => field.required && field.path.length === 1 && !isMet(field)).length,
  };
  ofBoth.set(key, counts);
  return counts;
}

function ratio(value: number): string {
  return value.toFixed(2);
}
