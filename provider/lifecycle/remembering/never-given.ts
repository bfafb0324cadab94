import type { Kind, Values } from "../../kinds";
import { neverGiven } from "../../kinds/on-server";
import type { Context } from "../context";
import { valueAt, withPlaced, type Placed } from "../values/leaves";
import { isUntold } from "./untold";

/**
 * Returns the values of an answer, with the known ones of what this server takes and never gives back. Without them, each
 * run would find a difference and send them again.
 */
export async function withNeverGiven(kind: Kind, actual: Values, known: Values, context: Context): Promise<Values> {
  const contract = await context.client().contract();
  if (contract === undefined) {
    return actual;
  }
  const filled = neverGiven(kind, contract).flatMap((path): Placed[] => {
    const value = valueAt(known, path);
    return isUntold(valueAt(actual, path)) && !isUntold(value) ? [[path, value]] : [];
  });
  return filled.length === 0 ? actual : withPlaced(actual, filled);
}
