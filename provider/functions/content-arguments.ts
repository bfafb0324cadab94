import { z } from "zod";
import { store } from "../contract";
import { HaleconnectError } from "../errors";
import { contentId, storeOf, type Live } from "../kinds";
import { notThere, type ArgumentSpec } from "./arguments";

/** An id of something in a store. A schema, for instance, needs an id in the store of schemas. */
export function idIn(expected?: store.StoreName): ArgumentSpec {
  return {
    type: contentId.refine((id) => expected === undefined || storeOf(id) === expected),
    expected: `an id such as ${expected ?? "data"}/org.599.abe0849a-5110-43a5-81e4-5880fce3f398`,
  };
}

export const storeName: ArgumentSpec = {
  type: z.enum(store.storeNames),
  expected: `one of ${store.storeNames.join(", ")}`,
};

interface Ambiguous {
  readonly id?: string | undefined;
  readonly organisation?: string | undefined;
  readonly store?: string | undefined;
}

/** `organisation` narrows the search for a name. An id needs no such argument. */
export function refuseOrganisationWithId(called: string, args: Ambiguous): void {
  const others = (["organisation", "store"] as const).filter((name) => args[name] !== undefined);
  if (args.id !== undefined && others.length > 0) {
    throw new HaleconnectError("HC3001", {
      what: `${called} takes \`${others.join("` and `")}\` with \`name\` only, and got \`id\``,
    });
  }
}

/** The only object of a name. */
export function onlyOne<T extends Live>(found: readonly T[], one: string, many: string, inWords: string): T {
  const [first, ...others] = found;
  if (others.length > 0) {
    throw new HaleconnectError("HC3005", {
      what: `There are ${found.length} ${many} ${inWords}`,
      why: `Their ids are ${found.map(({ id }) => id).join(", ")}.`,
      remedy: "Give `id` instead of `name`, or `organisation` with it.",
    });
  }
  return first ?? notThere(`${one} ${inWords}`);
}

export function namedIn(name: string, organisation: string | undefined): string {
  return `named "${name}"${organisation === undefined ? "" : ` of organisation ${organisation}`}`;
}

export function isOf(organisation: string | undefined) {
  return ({ values }: Live): boolean => organisation === undefined || values["organisation"] === organisation;
}
