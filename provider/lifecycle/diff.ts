import { HaleconnectError } from "../errors";
import type { Kind, Values } from "../kinds";
import { differences, type Difference } from "./compare";
import { splitInputs } from "./inputs";
import { memoryOf } from "./state";
import type { Surroundings } from "./surroundings";
import { isUnknown } from "./unknown";

export interface Diff {
  readonly changes: boolean;
  readonly replaces: string[];
}

/** What an update would do; refuses a replacement that would take everything below along (decision 8). */
export async function diff(kind: Kind, id: string, olds: Values, news: Values, around: Surroundings): Promise<Diff> {
  const { declared, policies, origin } = splitInputs(kind, news);
  const journal = around.journal(origin);
  await journal?.settle(origin, kind.name, id);
  const doubt = journal?.isInDoubt(origin, kind.name, id) === true ? await lookAt(kind, id, declared, around) : "none";
  if (doubt === "gone") {
    return { changes: true, replaces: kind.identity.fields.slice(0, 1) };
  }
  if (doubt === "as declared") {
    await journal?.forgetDeletion(origin, kind.name);
  }
  const found = differences(kind, olds, declared);
  const replacing = found.filter(({ path }) => kind.inputs[path[0] ?? ""]?.mark === "replace");
  if (replacing.length > 0 && kind.replacementCascades && policies.onRename !== "replace") {
    throw refusal(kind, id, replacing);
  }
  const isRemembered = olds["onDestroy"] === policies.onDestroy;
  return {
    changes: found.length > 0 || doubt === "different" || !isRemembered || memoryOf(olds).partial === true,
    replaces: [...new Set(replacing.map(({ path }) => path[0] ?? ""))],
  };
}

/** What an interrupted deletion left; the state says nothing of it. */
async function lookAt(
  kind: Kind,
  id: string,
  declared: Values,
  around: Surroundings,
): Promise<"gone" | "different" | "as declared"> {
  const object = await around.living(kind).byId(id);
  if (object === undefined) {
    console.warn(`${kind.name} ${id} was deleted by a run that was interrupted. It is created anew.`);
    return "gone";
  }
  return differences(kind, object.values, declared).length > 0 ? "different" : "as declared";
}

function refusal(kind: Kind, id: string, replacing: readonly Difference[]): HaleconnectError {
  const changes = replacing.map(
    ({ path, actual, declared }) => `\`${path.join(".")}\` from ${inWords(actual)} to ${inWords(declared)}`,
  );
  return new HaleconnectError("HC5004", {
    what: `Changing ${changes.join(" and ")} would replace ${kind.name} ${id}, and with it everything below`,
  });
}

function inWords(value: unknown): string {
  if (value === undefined) {
    return "nothing";
  }
  return isUnknown(value) ? "an object that is only now created" : JSON.stringify(value);
}
