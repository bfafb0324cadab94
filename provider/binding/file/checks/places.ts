import type { Operation } from "../../../contract";
import { EACH, readFieldPath } from "../../applying/field-path";
import { parametersIn, readPlace, type RequestPart } from "../../applying/place";
import type { Binding, ReceivedSpec, SentSpec } from "../model";
import type { Inconsistency } from "./inconsistency";
import { membersOf } from "./names";

/** A value that goes to the server, and the place that takes it: `path:account_id`. */
interface Way {
  /** Where the file says so; undefined: it does not, and the value keeps its name. */
  readonly told: readonly string[] | undefined;
  readonly name: string;
  readonly place: string;
}

/** Where values go that cannot arrive, and places that nothing fills. */
export function troubledPlaces(operation: Operation, binding: Binding): readonly Inconsistency[] {
  const ways = waysOf(operation, binding);
  return [
    ...withoutSource(binding, ways),
    ...strayingInPath(binding, ways),
    ...twiceTaken(ways),
    ...withinAnother(ways),
    ...listsThatDoNotFit(binding),
    // A proposal that nobody has confirmed may be unfinished.
    ...(binding.confirmed === true ? forgotten(operation, binding) : []),
  ];
}

function waysOf(operation: Operation, binding: Binding): readonly Way[] {
  const { parameters = {}, fixed = {}, bodyExpression } = binding;
  const body = bodyExpression === undefined ? (binding.body ?? {}) : {};
  const inPath = Object.keys(operation.pathParameters);
  const partOf = (name: string): RequestPart => (inPath.includes(name) ? "path" : "query");
  return [
    ...Object.entries(parameters).flatMap(([name, spec]) => wayOf(["parameters", name], name, spec, partOf(name))),
    ...Object.entries(body).flatMap(([name, spec]) => wayOf(["body", name], name, spec, "body")),
    ...Object.keys(fixed).map((place) => ({ told: ["fixed", place], name: place, place: placeIn(place, "body") })),
    ...keepingTheirName(inPath, parameters, "path"),
    ...keepingTheirName(Object.keys(operation.query), parameters, "query"),
    ...(bodyExpression === undefined ? fieldsThatStay(operation, body) : []),
  ];
}

function wayOf(told: readonly string[], name: string, spec: SentSpec, part: RequestPart): readonly Way[] {
  const to = typeof spec === "object" ? spec?.to : spec;
  return to === undefined ? [] : [{ told, name, place: placeIn(to, part) }];
}

function placeIn(text: string, part: RequestPart): string {
  const place = readPlace(text, part);
  return `${place.part}:${place.at.join(".")}`;
}

function keepingTheirName(names: readonly string[], specs: Readonly<Record<string, SentSpec>>, part: RequestPart) {
  return names
    .filter((name) => !Object.hasOwn(specs, name))
    .map((name): Way => ({ told: undefined, name, place: `${part}:${name}` }));
}

function fieldsThatStay({ body }: Operation, specs: Readonly<Record<string, SentSpec>>): readonly Way[] {
  const members = membersOf(body);
  const moved = new Set(Object.keys(specs).map((name) => readFieldPath(name)[0] ?? ""));
  return members === "any" || moved.has("")
    ? []
    : members.filter((name) => !moved.has(name)).map((name) => ({ told: undefined, name, place: `body:${name}` }));
}

/** Parameters of the server's path for which nothing gives a value. */
function withoutSource({ path }: Binding, ways: readonly Way[]): readonly Inconsistency[] {
  const given = new Set(ways.map(({ place }) => place));
  return parametersIn(path ?? "")
    .filter((name) => !given.has(`path:${name}`))
    .map((name) => ({
      path: ["path"],
      message: `nothing gives {${name}}: say under \`parameters\`, \`body\` or \`fixed\` where its value comes from`,
    }));
}

/** Values for a part of the path that the path does not have. */
function strayingInPath({ path }: Binding, ways: readonly Way[]): readonly Inconsistency[] {
  if (path === undefined) {
    return [];
  }
  const taken = new Set(parametersIn(path).map((name) => `path:${name}`));
  return ways.flatMap(({ told, place }) =>
    told === undefined || !place.startsWith("path:") || taken.has(place)
      ? []
      : [{ path: told, message: `the path ${path} has no {${place.slice("path:".length)}}` }],
  );
}

/** A place within another one: what is put into the one is lost with the other. */
function withinAnother(ways: readonly Way[]): readonly Inconsistency[] {
  return ways.flatMap((way) => {
    const outer = ways.find((it) => it !== way && it.place.startsWith("body:") && way.place.startsWith(`${it.place}.`));
    const told = way.told ?? outer?.told;
    return outer === undefined || told === undefined
      ? []
      : [
          {
            path: told,
            message: `\`${way.name}\` goes into \`${outer.place.slice("body:".length)}\`, which \`${outer.name}\` takes as a whole: give one of them another place, or null`,
          },
        ];
  });
}

function twiceTaken(ways: readonly Way[]): readonly Inconsistency[] {
  const taken = new Map<string, Way>();
  // What the file says comes first, so that the message stands where a person can mend it.
  return ways.flatMap((way) => {
    const other = taken.get(way.place);
    if (other === undefined) {
      taken.set(way.place, way);
      return [];
    }
    const told = way.told ?? other.told;
    const [part, ...at] = way.place.split(":");
    return told === undefined
      ? []
      : [
          {
            path: told,
            message: `\`${other.name}\` and \`${way.name}\` both go to \`${at.join(":")}\` in the ${part ?? ""}: give one of them another place, or null`,
          },
        ];
  });
}

/** Parameters of the provider's path of which the binding says nothing, so that the server would never hear of them. */
function forgotten(operation: Operation, { path, parameters }: Binding): readonly Inconsistency[] {
  const taken = parametersIn(path ?? operation.path);
  return Object.keys(operation.pathParameters)
    .filter((name) => !taken.includes(name) && !Object.hasOwn(parameters ?? {}, name))
    .map((name) => ({
      path: ["path"],
      message: `\`${name}\` goes nowhere: say under \`parameters\` where the server takes it, or \`${name}: null\` if it does not need it`,
    }));
}

/** The items of a list stay items of one list. */
function listsThatDoNotFit({ body, answer }: Binding): readonly Inconsistency[] {
  const moves = [
    ...Object.entries(body ?? {}).map(([name, spec]) => ({ path: ["body", name], name, other: targetOf(spec) })),
    ...Object.entries(answer ?? {}).map(([name, spec]) => ({ path: ["answer", name], name, other: sourceOf(spec) })),
  ];
  return moves.flatMap(({ path, name, other }) =>
    other === undefined || listsIn(name) === listsIn(other)
      ? []
      : [{ path, message: `\`${name}\` and \`${other}\` do not have the same number of lists (\`[]\`)` }],
  );
}

function targetOf(spec: SentSpec): string | undefined {
  const to = typeof spec === "object" ? spec?.to : spec;
  return to === undefined || readPlace(to, "body").part !== "body" ? undefined : to;
}

function sourceOf(spec: ReceivedSpec): string | undefined {
  const from = typeof spec === "string" ? spec : spec !== null && "from" in spec ? spec.from : undefined;
  return from?.startsWith("asked:") === true ? undefined : from;
}

function listsIn(text: string): number {
  return readFieldPath(text).filter((step) => step === EACH).length;
}
