import { inspect } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { HaleconnectError } from "../errors";
import { organisationId } from "../kinds";

/** What an argument takes. */
export interface ArgumentSpec {
  readonly type: z.ZodType;
  /** In words, as in `a text that is not empty`. */
  readonly expected: string;
  readonly needed?: true;
}

/** A text, as in the inputs of resources: a number is refused. */
export const organisation: ArgumentSpec = {
  type: organisationId,
  expected: 'the number of an organisation as a text, such as "599"',
};

export const text: ArgumentSpec = { type: z.string().min(1), expected: "a text that is not empty" };

/** A text that becomes part of an address. `.` and `..` would lead elsewhere. */
export const textInAddress: ArgumentSpec = {
  type: z.string().regex(/^(?!\.{1,2}$)[^]/),
  expected: 'a text that is neither empty nor "." nor ".."',
};

export const flag: ArgumentSpec = { type: z.boolean(), expected: "true or false" };

export function needed(spec: ArgumentSpec): ArgumentSpec {
  return { ...spec, needed: true };
}

/** The checked arguments of a call, or an error with everything that is wrong. As in resources, null counts as absent. */
export function argumentsOf<Args extends object>(
  called: string,
  given: unknown,
  specs: Readonly<Record<keyof Args, ArgumentSpec>>,
): Args {
  const args = withoutNulls(called, given);
  const problems = [
    ...Object.keys(args)
      .filter((name) => !Object.hasOwn(specs, name))
      .map((name) => `${called} takes no \`${name}\`: expected ${listed(Object.keys(specs), "or")}`),
    ...Object.entries<ArgumentSpec>(specs).flatMap(([name, spec]) => problemWith(called, name, args[name], spec)),
  ];
  if (problems.length > 0) {
    throw new HaleconnectError("HC3001", { what: problems.join("; ") });
  }
  return args as Args;
}

function withoutNulls(called: string, given: unknown = {}): Readonly<Record<string, unknown>> {
  if (given !== null && !isArguments(given)) {
    throw new HaleconnectError("HC3001", {
      what: `${called} was given ${shown(called, given)}: expected an object with its arguments`,
    });
  }
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined && value !== null));
}

function isArguments(given: unknown): given is object {
  return typeof given === "object" && !Array.isArray(given) && !pulumi.Resource.isInstance(given) && !isToCome(given);
}

function problemWith(called: string, name: string, value: unknown, { type, expected, needed }: ArgumentSpec): string[] {
  if (value === undefined) {
    return needed === true ? [`\`${name}\` of ${called} is missing: expected ${expected}`] : [];
  }
  return type.safeParse(value).success
    ? []
    : [`\`${name}\` of ${called} is ${shown(called, value)}: expected ${expected}`];
}

function shown(called: string, value: unknown): string {
  if (isToCome(value)) {
    return `something that is yet to come, which ${called}Output takes`;
  }
  if (pulumi.Resource.isInstance(value)) {
    return "a resource, and not its `id`";
  }
  if (Array.isArray(value)) {
    return "a list";
  }
  if (typeof value === "object") {
    return "an object";
  }
  return typeof value === "string" ? JSON.stringify(value) : inspect(value);
}

function isToCome(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** The name of the only argument that is given. */
export function exactlyOneOf<Name extends string>(
  called: string,
  args: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly [Name, ...Name[]],
): Name {
  const given = names.filter((name) => args[name] !== undefined);
  const [first] = given;
  if (first === undefined || given.length > 1) {
    throw new HaleconnectError("HC3001", {
      what: `${called} takes exactly one of ${listed(names, "and")}, and got ${given.length === 0 ? "none" : given.join(" and ")}`,
    });
  }
  return first;
}

function listed(names: readonly string[], joint: "and" | "or"): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} ${joint} ${last}`;
}

export function notThere(what: string): never {
  throw new HaleconnectError("HC3005", { what: `There is no ${what}` });
}
