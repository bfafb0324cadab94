import { ServerRefusal } from "../../client";
import { HaleconnectError } from "../../errors";
import type { MadeKind } from "../../kinds";
import { alreadyExists, inWords } from "../objects/existing";
import type { Inputs } from "../values/inputs";

/** Whether the server refused a creation because somebody else has the key. */
export function isTaken(error: unknown): error is ServerRefusal {
  return error instanceof ServerRefusal && error.status === 409;
}

/** The error about a key that somebody took since the server was looked at. */
export function takenMeanwhile(kind: MadeKind, inputs: Inputs, { serverMessage }: ServerRefusal): HaleconnectError {
  const { whenTaken } = kind.identity;
  return whenTaken === undefined
    ? alreadyExists(kind, inputs, undefined, serverMessage)
    : new HaleconnectError("HC4008", {
        what: `${inWords(kind, inputs)} cannot be created: ${serverMessage}`,
        ...whenTaken,
      });
}
