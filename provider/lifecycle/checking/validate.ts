import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";
import { HaleconnectError } from "../../errors";
import type { Field, Kind, Values } from "../../kinds";
import { sourceMembers } from "../../kinds/files/content";
import { traitOf } from "../../kinds/traits";
import { refusedAssets } from "./assets";
import { contradictingNames } from "./deprecated";
import type { Failure } from "./failure";
import { measuredSets } from "./measured";
import { TRACES, policyFieldsOf, withoutNulls } from "../values/inputs";
import { containsUnknown } from "../values/unknown";
import { hiddenInputs, Veil } from "../values/veil";
import { expectation } from "./wording";

/** Finds everything that is wrong with the inputs without asking the server. */
export function validate(kind: Kind, raw: Values, olds: Values = {}): Failure[] {
  const given = Object.fromEntries(Object.entries(withoutNulls(raw)).filter(([name]) => !TRACES.includes(name)));
  const schema = schemaOf(kind);
  const hidden = hiddenInputs(kind, raw, olds);
  const assets = refusedAssets(given);
  const told = new Set([...assets.map(({ property }) => property), ...measuredSets(kind, given)]);
  const issues = schema.safeParse(given, { reportInput: true, error: expectation }).error?.issues ?? [];
  const failures = issues
    .filter(({ path: [name] }) => !told.has(String(name)))
    .flatMap((issue) => failuresOf(issue, given, schema.shape, { kind, hidden }));
  const all = withoutTwins([...assets, ...failures, ...contradictingNames(kind, given)]);
  return all.length > 0 || isTooEarly(kind, given) ? all : brokenRules(kind, given, Veil.of(kind, raw, olds));
}

/** Drops repeated failures, since two rules may say the same about a value. */
function withoutTwins(failures: readonly Failure[]): Failure[] {
  const told = new Set<string>();
  return failures.filter(({ reason }) => !told.has(reason) && told.add(reason));
}

/** Whether a value that the rules look at is not known yet. The rules do not look at references. */
function isTooEarly(kind: Kind, given: Values): boolean {
  return Object.entries(given).some(
    ([name, value]) => kind.inputs[name]?.refersTo === undefined && containsUnknown(value),
  );
}

/** Finds faults that concern several fields together. */
function brokenRules(kind: Kind, given: Values, veil: Veil): Failure[] {
  return (kind.rules?.(given) ?? []).map(({ field, what }) => {
    const error = new HaleconnectError("HC3001", { what: `\`${field}\` ${veil.over(what)}` });
    return { property: field, reason: error.message };
  });
}

/** Keeps the schemas, because zod compiles each at its first use, and that takes long. */
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

/** The kind that is checked, and its inputs whose values are not shown. */
interface Judged {
  readonly kind: Kind;
  readonly hidden: ReadonlySet<string>;
}

function failuresOf(
  issue: z.core.$ZodIssue,
  given: Values,
  shape: Readonly<Record<string, z.ZodType>>,
  { kind, hidden }: Judged,
): Failure[] {
  const at = valueAt(given, issue.path);
  const [name = ""] = issue.path.map(String);
  const isHidden = hidden.has(name);
  const path = isHidden ? declaredPart(shape, issue.path) : issue.path;
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(issue.path.length === 0 ? shape : membersAt(shape, issue.path));
    return isHidden
      ? [unknownMember(path.join("."), known)]
      : issue.keys.map((key) => unknownKey([...issue.path, key].join("."), key, known));
  }
  if (containsUnknown(at)) {
    return [];
  }
  return [invalid(path.join("."), isHidden ? notShown(at) : shown(at, issue.path, kind.inputs[name]), issue.message)];
}

function shown(value: unknown, path: readonly PropertyKey[], field: Field | undefined): string {
  const isFile = field !== undefined && ["content", "files"].includes(traitOf(field.type) ?? "");
  return isFile && isBytes(String(path.at(-1)))
    ? notShown(value)
    : value === undefined
      ? MISSING
      : `is ${cut(JSON.stringify(value, isFile ? withoutBytes : undefined))}`;
}

/** How much of a value an error repeats. A document may have millions of characters. */
const MOST_SHOWN = 300;

function cut(text: string): string {
  return text.length <= MOST_SHOWN
    ? text
    : `${text.slice(0, MOST_SHOWN)}… (${text.length.toLocaleString("en")} characters)`;
}

const MISSING = "is missing";

/** Describes a value that may be a secret. The error then only says what was expected. */
function notShown(value: unknown): string {
  return value === undefined ? MISSING : "has a wrong value, which is not shown";
}

/** Cuts a path before the names in a map, which are values and may be secret. Places in a list stay. */
function declaredPart(
  shape: Readonly<Record<string, z.ZodType>>,
  path: readonly PropertyKey[],
): readonly PropertyKey[] {
  const own = path.findIndex(
    (key, index) => index > 0 && typeof key !== "number" && !(String(key) in membersAt(shape, path.slice(0, index))),
  );
  return own < 0 ? path : path.slice(0, own);
}

/** Whether a member holds the content of a file, which may be a secret even if Pulumi no longer says so. */
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

function unknownMember(property: string, known: readonly string[]): Failure {
  const error = new HaleconnectError("HC3002", {
    what: `\`${property}\` has an unknown member, whose name is not shown`,
    remedy: `Its members are: ${known.join(", ")}.`,
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

/** Returns the members of a type; of a list those of its items, since an item's number is not a member. */
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
