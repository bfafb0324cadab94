import type { ConfigSource } from "../client";
import type { Values } from "../kinds";
import { kindNamed } from "../kinds/by-name";
import { check } from "./check";
import { create } from "./create";
import { remove } from "./delete";
import { diff } from "./diff";
import { ORIGIN } from "./values/inputs";
import { everySecret, rememberConfig, context } from "./process/process";
import { read } from "./read";
import { tell, toldOnce } from "./process/telling";
import { update } from "./update";
import type { Failure } from "./checking/failure";
import { hiddenInputs, Veil } from "./values/veil";

/** Returns the lifecycle of one kind in the form of Pulumi's ResourceProvider. */
export function lifecycleOf(kindName: string) {
  const kind = kindNamed(kindName);
  return {
    configure: (config: ConfigSource) => rememberConfig(config),
    check: (olds: Values, news: Values) =>
      guarded([olds, news], (veil) =>
        toldOnce(async () => {
          const { inputs, failures } = await check(kind, olds, news, context);
          if (olds[ORIGIN] === undefined) {
            context.program.recordChange(kind, inputs);
          }
          const hidden = hiddenInputs(kind, news, olds);
          return { inputs, failures: failures.map((failure) => shownOf(failure, hidden, veil)) };
        }),
      ),
    diff: (id: string, olds: Values, news: Values) =>
      guarded([olds, news], () =>
        toldOnce(async () => {
          const found = await diff(kind, id, olds, news, context);
          if (found.changes) {
            context.program.recordChange(kind, news, id);
          }
          return found;
        }),
      ),
    create: (inputs: Values) => guarded([inputs], () => shortened(() => create(kind, inputs, context))),
    read: (id: string, props: Values) => guarded([props], () => toldOnce(() => read(kind, id, props, context))),
    update: (id: string, olds: Values, news: Values) =>
      guarded([olds, news], () => shortened(async () => ({ outs: await update(kind, id, olds, news, context) }))),
    delete: (id: string, props: Values) => guarded([props], () => toldOnce(() => remove(kind, id, props, context))),
  };

  /** Masks every known secret, of this and of other resources, in the errors of the call. */
  function guarded<T>(sides: readonly Values[], work: (veil: Veil) => Promise<T>): Promise<T> {
    const veil = Veil.of(kind, ...sides);
    everySecret.add(veil);
    return unlessSecret(veil, () => work(veil));
  }
}

/**
 * The engine prints the value of a named property, even a secret one. So a hidden input stays unnamed; its reason names
 * it.
 */
function shownOf({ property, reason }: Failure, hidden: ReadonlySet<string>, veil: Veil): Failure {
  const isHidden = hidden.has(property.split(".")[0] ?? "");
  return { property: isHidden ? "" : property, reason: everySecret.over(veil.over(tell(reason))) };
}

async function unlessSecret<T>(veil: Veil, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) {
      throw veiled(error, (text) => everySecret.over(veil.over(text)));
    }
    throw error;
  }
}

/** Masks the texts of an error, but not the properties that a half-made object keeps in the state. */
function veiled(error: Error & { reasons?: readonly string[] }, over: (text: string) => string): Error {
  const { reasons, message, stack } = error;
  error.message = over(message);
  if (stack !== undefined) {
    error.stack = over(stack);
  }
  return reasons === undefined ? error : Object.assign(error, { reasons: reasons.map(over) });
}

/** Shortens the message in place: the error may carry the properties of a half-made object, which the engine needs. */
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
