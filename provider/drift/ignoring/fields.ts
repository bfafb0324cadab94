import type { z } from "zod";
import { suggestion } from "../../binding/file/suggestion";
import { membersOf, traitOf, type Kind } from "../../kinds";
import { readPath } from "../../lifecycle/values/leaves";

/** What is wrong with the field of a rule: no finding of the kind has such a path. undefined: nothing. */
export function problemWithField({ name, inputs }: Kind, field: string): string | undefined {
  const [first = "", ...rest] = readPath(field);
  const type = Object.hasOwn(inputs, first) ? inputs[first]?.type : undefined;
  return type === undefined
    ? `${name} has no field ${JSON.stringify(first)}${suggestion(first, Object.keys(inputs), "fields")}`
    : problemWithin(type, `\`${first}\` of ${name}`, rest);
}

function problemWithin(type: z.ZodType, whole: string, [next, ...rest]: readonly string[]): string | undefined {
  const trait = traitOf(type);
  if (next === undefined || trait === "keys" || trait === "files" || trait === "content") {
    return undefined;
  }
  const members = trait === undefined ? membersOf(type) : undefined;
  if (members === undefined) {
    return `${whole} is compared as a whole, so it has no field ${JSON.stringify(next)}`;
  }
  const inner = Object.hasOwn(members, next) ? members[next] : undefined;
  return inner === undefined
    ? `${whole} has no field ${JSON.stringify(next)}${suggestion(next, Object.keys(members), "fields")}`
    : problemWithin(inner, `\`${next}\` in ${whole}`, rest);
}
