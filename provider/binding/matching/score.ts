import type { ApiField, ApiOperation } from "../documents";
import { matchFields } from "./fields";
import { likenessOfPaths } from "./path-shape";
import { overlapOf, wordsOf } from "./words";

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
}

/** Holds one operation of the server against the one that the provider means. Pure: it looks at the documents only. */
export function scoreOf(own: ApiOperation, theirs: ApiOperation): Candidate {
  const reasons = [
    ...method(own, theirs),
    ...names(own, theirs),
    ...paths(own, theirs),
    ...bodies(own, theirs),
    ...answers(own, theirs),
    ...(theirs.deprecated ? [{ points: -10, text: "it is deprecated" }] : []),
  ].filter(({ points }) => points !== 0);
  return { operation: theirs, reasons, points: reasons.reduce((sum, { points }) => sum + points, 0) };
}

function method(own: ApiOperation, theirs: ApiOperation): Reason[] {
  const [mine, other] = [own.method, theirs.method];
  const change = ["PUT", "PATCH", "POST"];
  if (mine === other) {
    return [{ points: 15, text: `the method is the same (${other})` }];
  }
  if (change.includes(mine) && change.includes(other)) {
    const isUpdate = mine === "PUT" && other === "PATCH";
    return [{ points: isUpdate ? 12 : 0, text: `the method is ${other}, which also writes` }];
  }
  return [{ points: -60, text: `the method is ${other}, not ${mine}` }];
}

function names(own: ApiOperation, theirs: ApiOperation): Reason[] {
  const [mine, other] = [wordsOf(own.id), wordsOf(theirs.id)];
  const byId = overlapOf(mine, other);
  const isSame = own.id === theirs.id;
  const topic = overlapOf(
    [...own.tags, own.document].flatMap(wordsOf),
    [...theirs.tags, theirs.document].flatMap(wordsOf),
  );
  const summary = overlapOf(wordsOf(own.summary), wordsOf(theirs.summary));
  return [
    {
      points: isSame ? 30 : Math.round(22 * byId),
      text: isSame ? `the id is the same` : `the id ${theirs.id} has words in common (${ratio(byId)})`,
    },
    { points: Math.round(8 * topic), text: `tags or service are alike (${ratio(topic)})` },
    { points: Math.round(10 * summary), text: `the summary is alike (${ratio(summary)})` },
  ];
}

function paths(own: ApiOperation, theirs: ApiOperation): Reason[] {
  const isSame = own.path === theirs.path;
  const alike = isSame ? 1 : likenessOfPaths(own.path, theirs.path);
  const difference = Math.abs(own.pathParameters.length - theirs.pathParameters.length);
  return [
    {
      points: isSame ? 40 : Math.round(25 * alike),
      text: isSame ? "the path is the same" : `the path is alike (${ratio(alike)})`,
    },
    {
      points: -12 * difference,
      text: `the path has ${String(theirs.pathParameters.length)} parameters, not ${String(own.pathParameters.length)}`,
    },
  ];
}

function bodies(own: ApiOperation, theirs: ApiOperation): Reason[] {
  if (own.body === undefined && theirs.body === undefined) {
    return [];
  }
  if (own.body === undefined || theirs.body === undefined) {
    return [
      {
        points: own.body === undefined ? -8 : -30,
        text: own.body === undefined ? "it takes a body" : "it takes no body",
      },
    ];
  }
  if (own.body.sends !== theirs.body.sends) {
    return [{ points: -25, text: `its body is ${theirs.body.sends}, not ${own.body.sends}` }];
  }
  return [found(own.body.fields, theirs.body.fields, topicOf(theirs), 15, "body")];
}

function answers(own: ApiOperation, theirs: ApiOperation): Reason[] {
  const [mine, other] = [own.answer, theirs.answer];
  if ((mine.gives === "file") !== (other.gives === "file")) {
    return [{ points: -50, text: other.gives === "file" ? "it answers a file" : "it answers no file" }];
  }
  if (mine.isList !== other.isList && mine.gives === "json" && other.gives === "json") {
    return [{ points: -35, text: other.isList ? "it answers a list" : "it answers no list" }];
  }
  return [found(mine.fields, other.fields, topicOf(theirs), 12, "answer")];
}

/** How many of our fields theirs has; one that several of theirs may be counts half. */
function found(
  own: readonly ApiField[],
  theirs: readonly ApiField[],
  topic: readonly string[],
  most: number,
  where: string,
): Reason {
  const { matches, missing, ambiguous } = matchFields(own, theirs, topic);
  const all = matches.length + missing.length + ambiguous.length;
  const share = all === 0 ? 0 : (matches.length + ambiguous.length / 2) / all;
  return {
    points: Math.round(most * share),
    text: `${String(matches.length)} of ${String(all)} fields of the ${where} are found`,
  };
}

/** What the operation is about, whose name may stand before its fields: `organization_id`. */
export function topicOf({ tags, path }: ApiOperation): readonly string[] {
  const steps = path.split("/").filter((step) => step !== "" && !step.startsWith("{"));
  return [...new Set([...tags, ...steps.slice(-2)].flatMap(wordsOf))].filter((word) => word !== "id");
}

function ratio(value: number): string {
  return value.toFixed(2);
}
