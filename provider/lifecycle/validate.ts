import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";
import { HaleconnectError } from "../errors";
import { sourceMembers, traitOf, type Field, type Kind, type Values } from "../kinds";
import { OPTIONS, ORIGIN, PROVIDER, SECRETS, policyFieldsOf, withoutNulls } from "./inputs";
import { containsUnknown } from "./unknown";
import { expectation } from "./wording";

/** One thing that is wrong with one input, as Pulumi shows it. */
export interface Failure {
  readonly property: string;
  readonly reason: string;
}

/** Everything that is wrong with the inputs, as far as it can be told without the server. */
export function validate(kind: Kind, raw: Values): Failure[] {
  const hidden = [ORIGIN, PROVIDER, SECRETS, OPTIONS];
  const given = Object.fromEntries(Object.entries(withoutNulls(raw)).filter(([name]) => !hidden.includes(name)));
  const schema = schemaOf(kind);
  const issues = schema.safeParse(given, { reportInput: true, error: expectation }).error?.issues ?? [];
  const failures = withoutTwins(issues.flatMap((issue) => failuresOf(issue, given, schema.shape, kind)));
  return failures.length > 0 || isTooEarly(kind, given) ? failures : brokenRules(kind, given);
}

/** Two rules may say the same of a value. */
function withoutTwins(failures: readonly Failure[]): Failure[] {
  const told = new Set<string>();
  return failures.filter(({ reason }) => !told.has(reason) && told.add(reason));
}

/** Rules look at values; which object a reference stands for is none of their business. */
function isTooEarly(kind: Kind, given: Values): boolean {
  return Object.entries(given).some(
    ([name, value]) => kind.inputs[name]?.refersTo === undefined && containsUnknown(value),
  );
}

/** What cannot be told of one field alone. */
function brokenRules(kind: Kind, given: Values): Failure[] {
  return (kind.rules?.(given) ?? []).map(({ field, what }) => {
    const error = new HaleconnectError("HC3001", { what: `\`${field}\` ${what}` });
    return { property: field, reason: error.message };
  });
}

/** zod compiles a schema when it is first used, which takes longer than to use it. */
const schemas = new WeakMap<Kind, z.ZodObject<Record<string, z.ZodType>>>();

function schemaOf(kind: Kind): z.ZodObject<Record<string, z.ZodType>> {
  const known = schemas.get(kind);
  if (known !== undefined) {
    return known;
  }
  const fields: Readonly<Record<string, { readonly type: z.ZodType }>> = { ...kind.inputs, ...policyFieldsOf(kind) };
  const made = z.strictObject(Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, type])));
  schemas.set(kind, made);
  return made;
}

function failuresOf(
  issue: z.core.$ZodIssue,
  given: Values,
  shape: Readonly<Record<string, z.ZodType>>,
  { inputs }: Kind,
): Failure[] {
  const at = valueAt(given, issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(issue.path.length === 0 ? shape : membersAt(shape, issue.path));
    return issue.keys.map((key) => unknownKey([...issue.path, key].join("."), key, known));
  }
  if (containsUnknown(at)) {
    return [];
  }
  return [invalid(issue.path.join("."), shown(at, issue.path, inputs[String(issue.path[0])]), issue.message)];
}

function shown(value: unknown, path: readonly PropertyKey[], field: Field | undefined): string {
  if (value === undefined) {
    return "is missing";
  }
  const isFile = field !== undefined && ["content", "files"].includes(traitOf(field.type) ?? "");
  return field?.secret === true || (isFile && isBytes(String(path.at(-1))))
    ? "is not shown, and not right"
    : `is ${JSON.stringify(value, isFile ? withoutBytes : undefined)}`;
}

/** What a file holds may be a secret, also where Pulumi no longer tells. */
function isBytes(member: string): boolean {
  return sourceMembers.includes(member) && member !== "path";
}

function withoutBytes(member: string, value: unknown): unknown {
  return isBytes(member) ? "…" : value;
}

function invalid(property: string, is: string, expected: string): Failure {
  const error = new HaleconnectError("HC3001", { what: `\`${property}\` ${is}: ${expected}` });
  return { property, reason: error.message };
}

function unknownKey(property: string, key: string, known: readonly string[]): Failure {
  const near = known.length === 0 ? "" : closest(key, [...known]);
  const isNear = near !== "" && distance(key.toLowerCase(), near.toLowerCase()) <= Math.max(2, key.length / 3);
  const error = new HaleconnectError("HC3002", {
    what: `There is no input \`${property}\``,
    remedy: isNear ? `Did you mean \`${near}\`?` : `The inputs are: ${known.join(", ")}.`,
  });
  return { property, reason: error.message };
}

function valueAt(values: Values, path: readonly PropertyKey[]): unknown {
  let inside: unknown = values;
  for (const key of path) {
    inside =
      containsUnknown(inside) && typeof inside === "string" ? inside : (inside as Values | undefined)?.[key as string];
  }
  return inside;
}

function membersAt(
  shape: Readonly<Record<string, z.ZodType>>,
  path: readonly PropertyKey[],
): Readonly<Record<string, unknown>> {
  let members: Readonly<Record<string, z.ZodType>> = shape;
  for (const key of path) {
    const type = members[key as string];
    members = type === undefined ? members : membersIn(type);
  }
  return members;
}

/** Of a list those of each of its items, since an item's number is no member. */
function membersIn(type: z.ZodType): Readonly<Record<string, z.ZodType>> {
  if (type instanceof z.ZodOptional) {
    return membersIn(type.unwrap() as z.ZodType);
  }
  if (type instanceof z.ZodArray) {
    return membersIn(type.element as z.ZodType);
  }
  if (type instanceof z.ZodUnion) {
    return Object.assign({}, ...(type.options as readonly z.ZodType[]).map(membersIn)) as Record<string, z.ZodType>;
  }
  return type instanceof z.ZodObject ? type.shape : {};
}
