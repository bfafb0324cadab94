import { HaleconnectError } from "../errors";

/** The name of the only argument that is given. */
export function exactlyOneOf<Name extends string>(
  called: string,
  args: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly [Name, ...Name[]],
): Name {
  const given = names.filter((name) => args[name] !== undefined);
  const [first] = given;
  if (first === undefined || given.length > 1) {
    const listed = names.map((name) => `\`${name}\``);
    throw new HaleconnectError("HC3001", {
      what: `${called} takes exactly one of ${listed.slice(0, -1).join(", ")} and ${listed.at(-1) ?? ""}, and got ${given.length === 0 ? "none" : given.join(" and ")}`,
    });
  }
  return first;
}

export function notThere(what: string): never {
  throw new HaleconnectError("HC3005", { what: `There is no ${what}` });
}
