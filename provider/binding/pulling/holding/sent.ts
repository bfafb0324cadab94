import type { RequestPart } from "../../applying/place";
import type { ApiField, ApiOperation } from "../../documents";
import type { Binding, SentSpec } from "../../file/model";
import { ownPages } from "../bind";
import { nameOfPath } from "../field-name";
import { itemTrouble, lineTrouble, targetOf, wholeTrouble, type TakenFields } from "./carried";
import { formTrouble, isWithin, valuesIn, type Held } from "./fields";

/** Whether the server still takes what the binding sends, where and as it sends it. */
export function sentTrouble(own: ApiOperation, binding: Binding, theirs: ApiOperation): Held {
  const taken = { path: theirs.pathParameters, query: theirs.query, body: theirs.body?.fields ?? [] };
  const { parameters = {}, body: specs = {} } = binding;
  const at = (fields: readonly ApiField[], place: RequestPart, lines: Binding["parameters"]): Held[] =>
    fields.map((field) => heldField(field, place, lines?.[nameOfPath(field.path)], taken));
  const values = binding.bodyExpression === undefined ? valuesIn(own.body?.fields ?? []) : [];
  const body = values.filter(({ path }) => !isWithin(path, specs));
  const held = [
    ...at(own.pathParameters, "path", parameters),
    ...at(
      own.query.filter((field) => isExpected(field, own, binding)),
      "query",
      parameters,
    ),
    ...at(body, "body", specs),
  ];
  return {
    pairs: held.flatMap(({ pairs }) => pairs),
    trouble: [
      ...wholeTrouble(own, binding, theirs),
      ...held.flatMap(({ trouble }) => trouble),
      ...lineTrouble(binding, taken, new Set(body.map(({ path }) => nameOfPath(path)))),
      ...itemTrouble(own, binding, taken),
    ],
  };
}

/**
 * Whether a query parameter has a line, or goes under its own name. Pull writes a line for each that the server lacks. A
 * person leaves out what need not be there.
 */
function isExpected({ path, required }: ApiField, { answer }: ApiOperation, { parameters = {}, id }: Binding): boolean {
  const isOfPages = answer.isList && ownPages.has(path[0] ?? "");
  return Object.hasOwn(parameters, nameOfPath(path)) || required || (id !== undefined && !isOfPages);
}

function heldField(field: ApiField, place: RequestPart, spec: SentSpec | undefined, taken: TakenFields): Held {
  if (spec === null) {
    return { pairs: [], trouble: [] };
  }
  const [, to = place, given] = /^(?:(path|query|body):)?(.*)$/s.exec(targetOf(spec) ?? "") ?? [];
  const name = given || nameOfPath(field.path);
  const found = taken[to as RequestPart].find(({ path }) => nameOfPath(path) === name);
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
