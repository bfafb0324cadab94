import type { ApiField, ApiOperation } from "../../documents";
import type { Binding, SentSpec } from "../../file/model";
import { nameOfPath } from "../field-name";
import { formTrouble, isWithin, valuesIn, type Held } from "./fields";

type Place = "path" | "query" | "body";

/** Whether the server still takes what the binding sends, where and as it sends it. */
export function sentTrouble(own: ApiOperation, binding: Binding, theirs: ApiOperation): Held {
  const places = { path: theirs.pathParameters, query: theirs.query, body: theirs.body?.fields ?? [] };
  const at = (fields: readonly ApiField[], place: Place, specs: Binding["parameters"]): Held[] =>
    fields.map((field) => heldField(field, place, specs?.[nameOfPath(field.path)], places));
  const body = binding.bodyExpression === undefined ? valuesIn(own.body?.fields ?? []) : [];
  const held = [
    ...at(own.pathParameters, "path", binding.parameters),
    ...at(own.query, "query", binding.parameters),
    ...at(
      body.filter(({ path }) => !isWithin(path, binding.body ?? {})),
      "body",
      binding.body,
    ),
  ];
  return { pairs: held.flatMap(({ pairs }) => pairs), trouble: held.flatMap(({ trouble }) => trouble) };
}

function heldField(
  field: ApiField,
  place: Place,
  spec: SentSpec | undefined,
  places: Readonly<Record<Place, readonly ApiField[]>>,
): Held {
  const target = targetOf(spec);
  // A field of a body without a line has its own name on the server, or pull would have written null.
  const isExpected = field.required || place === "body";
  if (spec === null || (target === undefined && !isExpected)) {
    return { pairs: [], trouble: [] };
  }
  const [, to = place, given] = /^(?:(path|query|body):)?(.*)$/s.exec(target ?? "") ?? [];
  const name = given || nameOfPath(field.path);
  const found = places[to as Place].find(({ path }) => nameOfPath(path) === name);
  if (found === undefined) {
    return { pairs: [], trouble: [`it no longer takes \`${name}\``] };
  }
  // In an address every value is a text.
  return { pairs: [{ own: field, theirs: found }], trouble: to === "body" ? formTrouble(field, found, spec) : [] };
}

/** What the server requires of late. What it required before is among the remarks already. */
export function newlyLacking(binding: Binding, proposed: Binding): string[] {
  const before = new Set(binding.remarks ?? []);
  const given = placesGiven(binding);
  return (proposed.remarks ?? [])
    .filter((remark) => !before.has(remark))
    .flatMap((remark) => {
      const [, name] = /^The server requires `([^`]+)`/.exec(remark) ?? [];
      const isGiven = name === undefined || given.has(name);
      return isGiven ? [] : [`it requires \`${name}\`, which the provider never sends`];
    });
}

/** The places of the server that the binding gives a value: `body:new_secret`. */
function placesGiven({ parameters, body, bodyExpression, path = "", fixed }: Binding): ReadonlySet<string> {
  const inAddress = Object.entries(parameters ?? {}).map(([name, spec]) =>
    placed(targetOf(spec), path.includes(`{${targetOf(spec) ?? name}}`) ? "path" : "query"),
  );
  const inBody = Object.values(body ?? {}).map((spec) => placed(targetOf(spec), "body"));
  const whole = bodyExpression === undefined ? [] : ["body"];
  return new Set([...inAddress, ...inBody, ...whole, ...Object.keys(fixed ?? {}).map((name) => placed(name, "body"))]);
}

function placed(target: string | undefined, place: string): string {
  return target === undefined || /^(path|query|body):/.test(target) ? (target ?? "") : `${place}:${target}`;
}

function targetOf(spec: SentSpec | undefined): string | undefined {
  return typeof spec === "object" && spec !== null ? spec.to : (spec ?? undefined);
}
