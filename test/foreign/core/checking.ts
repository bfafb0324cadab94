import { z } from "zod";
import { type Detail, Fault } from "./fault";

/** What the services expect of a text, a mail address and so on. */
export const text = (max = 500) => z.string().trim().min(1).max(max);
export const mail = z.email().max(254);
export const homepage = z.url({ protocol: /^https?$/ });
export const telephone = z.string().regex(/^\+?[0-9 ()/-]{3,30}$/, "is no telephone number");
export const language = z.string().regex(/^[a-z]{3}$/, "is no language code of three letters");
export const secret = z.string().min(10).max(200);

function detailsOf(issues: readonly z.core.$ZodIssue[]): Detail[] {
  return issues.flatMap((issue) => {
    const place = issue.path.map(String);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ attribute: [...place, key].join("."), problem: "cannot be given here" }));
    }
    return [{ attribute: place.join("."), problem: issue.message }];
  });
}

function read<T>(schema: z.ZodType<T>, value: unknown, status: number, reason: string): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new Fault(status, reason, detailsOf(result.error.issues));
  }
  return result.data;
}

/** The body as the schema has it, or a fault with all that is wrong. */
export const readBody = <T>(schema: z.ZodType<T>, body: unknown): T =>
  read(schema, body, 422, "The request is not valid.");

export const readQuery = <T>(schema: z.ZodType<T>, query: unknown): T =>
  read(schema, query, 400, "A parameter of the address cannot be read.");

/** Puts what a change names over what is there; the rest stays. */
export function changed<T extends object>(
  former: T,
  change: { [Name in keyof T]?: T[Name] | undefined } | undefined,
): T {
  const named = Object.entries(change ?? {}).filter(([, value]) => value !== undefined);
  return { ...former, ...Object.fromEntries(named) };
}
