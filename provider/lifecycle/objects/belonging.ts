import { HaleconnectError } from "../../errors";
import type { Kind, Live, Values } from "../../kinds";
import { isEmpty, isSameValue } from "../comparing/compare";
import { memoryOf, type Memory } from "../remembering/state";
import type { Context } from "../context";

/** Where, and by whom, an object is seen now. */
export function seenBy({ client }: Context): Pick<Memory, "home" | "account"> {
  const { url, account } = client();
  return { home: url, ...(account === undefined ? {} : { account }) };
}

/** What stands on the server under the id that the state shows: the object itself, another one, or nothing. */
export type Found =
  | { readonly is: "it"; readonly object: Live }
  | { readonly is: "another"; readonly object: Live }
  | { readonly is: "gone" };

/**
 * Looks whether the object of the state is still the one that the server has under its id. Ids are small numbers, which
 * a restored or another server gives to other objects; and what an account does not see is not gone for that.
 */
export function findOwn(kind: Kind, id: string, olds: Values, object: Live | undefined, context: Context): Found {
  const { home, account } = memoryOf(olds);
  const client = context.client();
  const isAtHome = home === undefined || home === client.url;
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
        what: `${kind.name} ${id} is not there for ${client.account}, and was last seen by ${account}`,
        remedy: `Run it as ${account}. If ${client.account} sees everything that ${account} saw, set HALECONNECT_BELIEVE_ABSENCE=1 for this run.`,
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
 * The same before anything is sent to the object or it is deleted. Where an answer tells nothing by which it could be
 * told from another one of its id, it is looked at once more; a second one that tells as little is no leave to write.
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
      what: `Whether ${kind.name} ${id} on the server is still the one of the state cannot be told`,
    });
  }
  return again;
}

/** By what never changes, or by all of its key. What the state itself does not know cannot be asked for. */
function isRecognised(kind: Kind, olds: Values, actual: Values): boolean {
  const { identity } = kind;
  if (identity.type === "singleton" || identity.stamp.every((field) => isEmpty(olds[field]))) {
    return true;
  }
  const key = identity.fields.filter((field) => !isEmpty(olds[field]));
  const hasKey = key.length > 0 && key.every((field) => isSameValue(kind, field, olds[field], actual[field]));
  return hasKey || likenessOf(kind, olds, actual) !== "unknown";
}

/** Compared by what never changes; `unknown` where the server tells none of it. */
function likenessOf(kind: Kind, olds: Values, actual: Values): "same" | "different" | "unknown" {
  const { identity } = kind;
  const stamp = identity.type === "singleton" ? [] : identity.stamp;
  const told = stamp.filter((field) => !isEmpty(olds[field]) && !isEmpty(actual[field]));
  if (told.length === 0) {
    return "unknown";
  }
  return told.every((field) => isSameValue(kind, field, olds[field], actual[field])) ? "same" : "different";
}

function elsewhere(kind: Kind, id: string, home: string, here: string): HaleconnectError {
  return new HaleconnectError("HC6005", {
    what: `${kind.name} ${id} of the state is an object of ${home}, and ${here} has another one of that id, or none`,
  });
}
