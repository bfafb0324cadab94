import type { Values } from "../../kinds";
import { validate } from "../../lifecycle/checking/validate";
import { isPlainObject, SECRETS, secretsOf } from "../../lifecycle/values/inputs";
import { readPath, withPlaced } from "../../lifecycle/values/leaves";
import { MASK, type DriftFinding } from "../model";
import type { OpenResource } from "../state";

/**
 * Says why no program can declare what is on the platform. For instance, a user without a role is possible there, and no
 * User can be declared without one. undefined: a program can.
 */
export function whyInexpressible(group: readonly DriftFinding[], resource: OpenResource): string | undefined {
  const { kind, inputs, secrets } = resource;
  const given = { ...inputs, [SECRETS]: [...secretsOf(inputs), ...secrets] };
  const before = new Set(validate(kind, given).map(({ property }) => property));
  const failure = validate(kind, withTaken(given, group)).find(({ property }) => !before.has(property));
  return failure === undefined
    ? undefined
    : `No program can declare what is there (${sentenceOf(failure.reason)}). Restore it, or write an ignore rule.`;
}

/** The inputs with what is on the platform in the place of what is declared. */
function withTaken(inputs: Values, group: readonly DriftFinding[]): Values {
  return group.reduce((values, { path = "", actual }) => {
    const place = readPath(path);
    return path === "" || actual === MASK
      ? values
      : isLeftOut(actual)
        ? without(values, place.at(-1) === "sha256" ? place.slice(0, -1) : place)
        : withPlaced(values, [[place, actual]]);
  }, inputs);
}

/** Whether the advice is to leave the field out, in place of a value. */
export function isLeftOut(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** Without a value, and without the objects that are empty then. */
function without(values: Values, place: readonly string[]): Values {
  const [name = "", ...inside] = place;
  const { [name]: old, ...others } = values;
  const left = isPlainObject(old) && inside.length > 0 ? without(old, inside) : {};
  return Object.keys(left).length === 0 ? others : { ...others, [name]: left };
}

function sentenceOf(reason: string): string {
  return (reason.split("\n")[0] ?? "").replace(/^HC\d+ /, "");
}
