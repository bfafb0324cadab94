import { store } from "../contract";
import { HaleconnectError } from "../errors";
import { contentId, readContentId, type ContentKey, type Live } from "../kinds";
import { notThere } from "./arguments";

/** The parts of an id that a program gives; of a schema, for instance, only one of the store of schemas will do. */
export function keyIn(argument: string, id: string, expected?: store.StoreName): ContentKey {
  const key = contentId.safeParse(id).success ? readContentId(id) : undefined;
  if (key === undefined || (expected !== undefined && key.store !== expected)) {
    throw new HaleconnectError("HC3001", {
      what: `\`${argument}\` is ${JSON.stringify(id)}: expected an id such as ${expected ?? "data"}/org.599.abe0849a-5110-43a5-81e4-5880fce3f398`,
    });
  }
  return key;
}

export function storeIn(called: string, name: string): store.StoreName {
  const found = store.storeNames.find((it) => it === name);
  if (found === undefined) {
    throw new HaleconnectError("HC3001", {
      what: `The \`store\` of ${called} is ${JSON.stringify(name)}: expected one of ${store.storeNames.join(", ")}`,
    });
  }
  return found;
}

/** `organisation` says among which a name is looked for; an id needs no such thing. */
export function refuseOrganisationWithId(called: string, args: Readonly<Record<string, unknown>>): void {
  const others = ["organisation", "store"].filter((name) => args[name] !== undefined);
  if (args["id"] !== undefined && others.length > 0) {
    throw new HaleconnectError("HC3001", {
      what: `${called} takes \`${others.join("` and `")}\` with \`name\` only, and got \`id\``,
    });
  }
}

/** The only one of a name. */
export function onlyOne(found: readonly Live[], one: string, many: string, inWords: string): Live {
  const [first, ...others] = found;
  if (others.length > 0) {
    throw new HaleconnectError("HC3005", {
      what: `There are ${found.length} ${many} ${inWords}`,
      why: found.map(({ id }) => id).join(", "),
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
