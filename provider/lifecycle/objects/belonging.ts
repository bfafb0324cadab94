import { HaleconnectError } from "../../errors";
import type { Kind, Live, Values } from "../../kinds";
import { isEmpty, isSameValue } from "../comparing/compare";
import { memoryOf, type Memory } from "../remembering/state";
import type { Context } from "../context";

/** The server and the account that see an object. */
export type SeenBy = Pick<Memory, "home" | "account">;

export function seenBy({ client }: Context): SeenBy {
  const { url, account } = client();
  return { home: url, ...(account === undefined ? {} : { account }) };
}

/** What the server has under the id from the state: the object itself, another one, or nothing. */
export type Found =
  | { readonly is: "it"; readonly object: Live }
  | { readonly is: "another"; readonly object: Live }
  | { readonly is: "gone" };

/**
 * Checks whether the server still has the object of the state under its id. Ids are small numbers, and a restored
 * server or another one gives them to other objects. An object that an account does not see may exist all the same.
 */
export function findOwn(kind: Kind, id: string, olds: Values, object: Live | undefined, context: Context): Found {
  const { home, account } = memoryOf(olds);
  const client = context.client();
  const isAtHome = home === undefined || home === client.url;
  if (object === undefined && isAtHome && kind.hasDoneItsWork?.(olds) === true) {
    return { is: "it", object: { id, values: serverValuesIn(kind, olds) } };
  }
  if (object === undefined) {
    if (!isAtHome) {
      throw elsewhere(kind, id, home, client.url);
    }
    if (
      account !== undefined &&
      client.account !== undefined &&
      account !== client.account &&
      !client.believesAbsence
    ) {
      throw new HaleconnectError("HC6004", {
        what: `${client.account} does not see ${kind.name} ${id}, which ${account} saw last`,
        remedy: `Run as ${account}. If ${client.account} sees everything that ${account} saw, set HALECONNECT_BELIEVE_ABSENCE=1 for this run.`,
      });
    }
    return { is: "gone" };
  }
  const likeness = likenessOf(kind, olds, object.values);
  if (!isAtHome && likeness !== "same") {
    throw elsewhere(kind, id, home, client.url);
  }
  return { is: likeness === "different" ? "another" : "it", object };
}

/**
 * The same check before a write or a deletion. If an answer does not show which object it is, this asks once more. If
 * the second answer does not show it either, the write is refused.
 */
export async function findToWrite(
  kind: Kind,
  id: string,
  olds: Values,
  seen: Live | undefined,
  context: Context,
  fields: readonly string[] = [],
): Promise<Found> {
  const found = findOwn(kind, id, olds, seen, context);
  if (found.is !== "it" || isRecognised(kind, olds, found.object.values)) {
    return found;
  }
  const again = findOwn(kind, id, olds, await context.objects(kind).now(id, fields), context);
  if (again.is === "it" && !isRecognised(kind, olds, again.object.values)) {
    throw new HaleconnectError("HC6006", {
      what: `The provider cannot tell whether ${kind.name} ${id} on the server is still the one in the state`,
    });
  }
  return again;
}

/**
 * Whether the values that never change, or the whole key, match the state. Without such values in the state, they do.
 */
function isRecognised(kind: Kind, olds: Values, actual: Values): boolean {
  const { identity } = kind;
  if (identity.type === "singleton" || identity.stamp.every((field) => isEmpty(olds[field]))) {
    return true;
  }
  const key = identity.fields.filter((field) => !isEmpty(olds[field]));
  const hasKey = key.length > 0 && key.every((field) => isSameValue(kind, field, olds[field], actual[field]));
  return hasKey || likenessOf(kind, olds, actual) !== "unknown";
}

/** Compares the values that never change; `unknown` if the server shows none of them. */
function likenessOf(kind: Kind, olds: Values, actual: Values): "same" | "different" | "unknown" {
  const { identity } = kind;
  const stamp = identity.type === "singleton" ? [] : identity.stamp;
  const told = stamp.filter((field) => !isEmpty(olds[field]) && !isEmpty(actual[field]));
  if (told.length === 0) {
    return "unknown";
  }
  return told.every((field) => isSameValue(kind, field, olds[field], actual[field])) ? "same" : "different";
}

/** The object as the state has it. */
function serverValuesIn({ inputs, outputs }: Kind, olds: Values): Values {
  const names = [...Object.keys(inputs), ...Object.keys(outputs)];
  return Object.fromEntries(names.filter((name) => olds[name] !== undefined).map((name) => [name, olds[name]]));
}

function elsewhere(kind: Kind, id: string, home: string, here: string): HaleconnectError {
  return new HaleconnectError("HC6005", {
    what: `The state has ${kind.name} ${id} of ${home}, but ${here} has another object with that id, or none`,
  });
}
