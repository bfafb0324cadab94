import type { ConfigSource } from "../client";
import type { Kind, Values } from "../kinds";
import { check } from "./check";
import { create } from "./create";
import { remove } from "./delete";
import { diff } from "./diff";
import { ORIGIN } from "./inputs";
import { kindNamed, rememberConfig, surroundings } from "./process";
import { read } from "./read";
import { tell, toldOnce } from "./telling";
import { update } from "./update";
import type { Failure } from "./validate";

/** The lifecycle of one kind, in the form of Pulumi's ResourceProvider. */
export function lifecycleOf(kindName: string) {
  const kind = kindNamed(kindName);
  return {
    configure: (config: ConfigSource) => rememberConfig(config),
    check: (olds: Values, news: Values) =>
      toldOnce(async () => {
        const { inputs, failures } = await check(kind, olds, news, surroundings);
        if (olds[ORIGIN] === undefined) {
          surroundings.announced.add(kind, inputs);
        }
        return { inputs, failures: failures.map((failure) => shownOf(kind, failure)) };
      }),
    diff: (id: string, olds: Values, news: Values) =>
      toldOnce(async () => {
        const found = await diff(kind, id, olds, news, surroundings);
        if (found.changes) {
          surroundings.announced.add(kind, news, id);
        }
        return found;
      }),
    create: (inputs: Values) => shortened(() => create(kind, inputs, surroundings)),
    read: (id: string, props: Values) => toldOnce(() => read(kind, id, props, surroundings)),
    update: (id: string, olds: Values, news: Values) =>
      shortened(async () => ({ outs: await update(kind, id, olds, news, surroundings) })),
    delete: (id: string, props: Values) => toldOnce(() => remove(kind, id, props, surroundings)),
  };
}

/** The engine shows the value of a property that is named here, a secret one too; the reason names it anyway. */
function shownOf({ inputs }: Kind, { property, reason }: Failure): Failure {
  const isSecret = inputs[property.split(".")[0] ?? ""]?.secret === true;
  return { property: isSecret ? "" : property, reason: tell(reason) };
}

/** An error of these may carry what the engine keeps of a half-made object, so it stays the one that it is. */
async function shortened<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && !("id" in error)) {
      error.message = tell(error.message);
    }
    throw error;
  }
}
