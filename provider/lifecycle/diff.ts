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
  await around.journal(origin)?.settle(origin, kind.name, id);
  const found = differences(kind, olds, declared);
  const replacing = found.filter(({ path }) => kind.inputs[path[0] ?? ""]?.mark === "replace");
  if (replacing.length > 0 && kind.replacementCascades && policies.onRename !== "replace") {
    throw refusal(kind, id, replacing);
  }
  const isRemembered = olds["onDestroy"] === policies.onDestroy;
  return {
    changes: found.length > 0 || !isRemembered || memoryOf(olds).partial === true,
    replaces: [...new Set(replacing.map(({ path }) => path[0] ?? ""))],
  };
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
