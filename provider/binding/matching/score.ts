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
  /** Its method or its answer is of another kind, so that it cannot be bound without a person. */
  readonly isRuledOut: boolean;
  /** How much of what both are about is the same, from 0 to 1. */
  readonly subject: number;
}

/** Points that bodies and answers may add. */
const MOST_FOR_BODY = 15;
const MOST_FOR_ANSWER = 12;

/** What is known of a pair before its fields are compared. */
export interface FirstLook {
  readonly theirs: Profile;
  readonly method: number;
  readonly id: number;
  readonly topic: number;
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
  const topic = weights.overlap(mine.topic, theirs.topic);
  const summary = weights.overlap(mine.summary, theirs.summary);
  const path = own.path === other.path ? 1 : likenessOfShapes(mine.steps, theirs.steps);
  const points =
    method +
    pointsForId(own, other, id) +
    Math.round(8 * topic) +
    Math.round(10 * summary) +
    pointsForPath(own, other, path) +
    pointsForParameters(own, other);
  const most = points + (own.body === undefined ? 0 : MOST_FOR_BODY) + MOST_FOR_ANSWER;
  return { theirs, method, id, topic, summary, path, points, most };
}

function pointsForId(own: ApiOperation, theirs: ApiOperation, likeness: number): number {
  return own.id === theirs.id ? 30 : Math.round(26 * likeness);
}

function pointsForPath(own: ApiOperation, theirs: ApiOperation, likeness: number): number {
  return own.path === theirs.path ? 40 : Math.round(25 * likeness);
}

function pointsForParameters(own: ApiOperation, theirs: ApiOperation): number {
  return -6 * Math.abs(own.pathParameters.length - theirs.pathParameters.length);
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
    { points: Math.round(8 * look.topic), text: `tags or service are alike (${ratio(look.topic)})` },
    { points: Math.round(10 * look.summary), text: `the summary is alike (${ratio(look.summary)})` },
    {
      points: pointsForPath(own, theirs, look.path),
      text: own.path === theirs.path ? "the path is the same" : `the path is alike (${ratio(look.path)})`,
    },
    {
      points: pointsForParameters(own, theirs),
      text: `the path has ${String(theirs.pathParameters.length)} parameters, not ${String(own.pathParameters.length)}`,
    },
    ...body(own, theirs, look.theirs.context),
    ...answer(own, theirs, look.theirs.context),
    ...(theirs.deprecated ? [{ points: -10, text: "it is deprecated" }] : []),
  ].filter(({ points }) => points !== 0);
  return {
    operation: theirs,
    reasons,
    points: reasons.reduce((sum, { points }) => sum + points, 0),
    isRuledOut: isRuledOut(own, theirs),
    subject: weights.overlap(mine.subject, look.theirs.subject),
  };
}

function isRuledOut(own: ApiOperation, theirs: ApiOperation): boolean {
  const isOtherMethod = pointsForMethod(own.method, theirs.method) < 0;
  const isOtherFile = (own.answer.gives === "file") !== (theirs.answer.gives === "file");
  const isOtherUpload = (own.body?.sends === "file") !== (theirs.body?.sends === "file");
  const isOtherList = own.answer.isList !== theirs.answer.isList && theirs.answer.gives === "json";
  return isOtherMethod || isOtherFile || isOtherUpload || isOtherList;
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
  return own.body.sends === "file"
    ? [{ points: MOST_FOR_BODY, text: "its body is a file too" }]
    : [found(own.body.fields, theirs.body.fields, context, MOST_FOR_BODY, "body")];
}

function answer(own: ApiOperation, theirs: ApiOperation, context: readonly string[]): Reason[] {
  const [mine, other] = [own.answer, theirs.answer];
  if (mine.gives === "file" && other.gives === "file") {
    return [{ points: MOST_FOR_ANSWER, text: "it answers a file too" }];
  }
  if (mine.gives === "file" || other.gives === "file") {
    return [{ points: -50, text: other.gives === "file" ? "it answers a file" : "it answers no file" }];
  }
  if (mine.isList !== other.isList && mine.gives === "json" && other.gives === "json") {
    return [{ points: -35, text: other.isList ? "it answers a list" : "it answers no list" }];
  }
  return [found(mine.fields, other.fields, context, MOST_FOR_ANSWER, "answer")];
}

/** How many of our fields theirs has; one that several of theirs may be counts half. */
function found(
  own: readonly ApiField[],
  theirs: readonly ApiField[],
  context: readonly string[],
  most: number,
  where: string,
): Reason {
  const [matched, all] = countsOf(own, theirs, context);
  return {
    points: all === 0 ? 0 : Math.round((most * matched) / all),
    text: `${String(Math.floor(matched))} of ${String(all)} fields of the ${where} are found`,
  };
}

type Counts = readonly [matched: number, all: number];

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
  const counts: Counts = [matches.length + ambiguous.length / 2, matches.length + missing.length + ambiguous.length];
  ofBoth.set(key, counts);
  return counts;
}

function ratio(value: number): string {
  return value.toFixed(2);
}
