import type { ApiField, ApiOperation } from "../documents";
import type { Binding, Form, ReceivedSpec, SentSpec } from "../file/model";
import { bind } from "./bind";
import type { OwnOperation } from "./contract-operations";
import { nameOfPath } from "./field-name";
import { formOf } from "./form";

/**
 * What of a binding no longer agrees with the server's operation, a phrase each. Nothing is told of what a person wrote as
 * an expression.
 */
export function disagreements(own: OwnOperation, binding: Binding, theirs: ApiOperation): readonly string[] {
  const proposed = bind(own, theirs);
  return [
    ...sentDisagreements(own.printed, binding, theirs),
    ...(binding.answerExpression === undefined ? receivedDisagreements(own.printed, binding, theirs) : []),
    ...newlyLacking(binding, proposed),
    ...listDisagreements(binding, theirs),
  ];
}

function sentDisagreements(own: ApiOperation, binding: Binding, theirs: ApiOperation): string[] {
  const places = {
    path: theirs.pathParameters,
    query: theirs.query,
    body: theirs.body?.fields ?? [],
  };
  const check = (field: ApiField, place: keyof typeof places, spec: SentSpec | undefined): string[] => {
    const target = targetOf(spec);
    // A field of a body without a line has its own name on the server, or pull would have written null.
    const isExpected = field.required || place === "body";
    if (spec === null || (target === undefined && !isExpected)) {
      return [];
    }
    const [, to = place, name = nameOfPath(field.path)] = /^(?:(path|query|body):)?(.*)$/s.exec(target ?? "") ?? [];
    const found = places[to as keyof typeof places].find(
      (it) => nameOfPath(it.path) === (name || nameOfPath(field.path)),
    );
    if (found === undefined) {
      return [`it no longer takes \`${name || nameOfPath(field.path)}\``];
    }
    // In an address every value is a text.
    return to === "body" ? formTrouble(field, found, spec) : [];
  };
  const at = (fields: readonly ApiField[], place: "path" | "query", specs: Binding["parameters"]) =>
    fields.flatMap((field) => check(field, place, specs?.[nameOfPath(field.path)]));
  const body = binding.bodyExpression === undefined ? (own.body?.fields ?? []) : [];
  return [
    ...at(own.pathParameters, "path", binding.parameters),
    ...at(own.query, "query", binding.parameters),
    ...body
      .filter(({ path }) => path.length > 0 && !path.includes("[]") && !isHolder(path, body))
      .filter(({ path }) => !isWithin(path, binding.body ?? {}))
      .flatMap((field) => check(field, "body", binding.body?.[nameOfPath(field.path)])),
  ];
}

function receivedDisagreements(own: ApiOperation, binding: Binding, theirs: ApiOperation): string[] {
  const specs = binding.answer ?? {};
  return own.answer.fields
    .filter(({ path }) => !path.includes("[]"))
    .flatMap((field) => {
      const spec = specs[nameOfPath(field.path)];
      const from = sourceOf(spec);
      if (from === undefined || from.startsWith("asked:")) {
        return [];
      }
      const found = theirs.answer.fields.find((it) => nameOfPath(it.path) === from);
      return found === undefined ? [`it no longer answers \`${from}\``] : formTrouble(field, found, spec);
    });
}

function listDisagreements(binding: Binding, theirs: ApiOperation): string[] {
  const at = nameOfPath(theirs.answer.listAt ?? []);
  const isMoved = theirs.answer.isList && binding.list !== undefined && binding.list !== at;
  return isMoved ? [`its list stands at \`${at}\`, no longer at \`${binding.list ?? ""}\``] : [];
}

/** What the server requires of late. What it required before is among the remarks already. */
function newlyLacking(binding: Binding, proposed: Binding): string[] {
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

function sourceOf(spec: ReceivedSpec | undefined): string | undefined {
  return typeof spec === "object" && spec !== null ? ("from" in spec ? spec.from : undefined) : (spec ?? undefined);
}

function formTrouble(own: ApiField, theirs: ApiField, spec: SentSpec | ReceivedSpec | undefined): string[] {
  const written: Form | undefined = typeof spec === "object" && spec !== null && "as" in spec ? spec.as : undefined;
  const needed = formOf(own, theirs);
  const isChosen = written === "iso" ? theirs.type === "string" : written === "seconds" && theirs.type !== "string";
  return needed === written || isChosen || theirs.type === "unknown"
    ? []
    : [`\`${nameOfPath(theirs.path)}\` is of type ${theirs.type} there`];
}

/** A line for an object, or for the whole body, counts for all that is in it. */
function isWithin(path: readonly string[], specs: Readonly<Record<string, unknown>>): boolean {
  return path.some((_, index) => Object.hasOwn(specs, nameOfPath(path.slice(0, index))));
}

function isHolder(path: readonly string[], fields: readonly ApiField[]): boolean {
  return fields.some((it) => it.path.length > path.length && path.every((step, index) => step === it.path[index]));
}
