import { ServerRefusal } from "../client";

/** undefined where the server does not have the object. */
export function orAbsent<T>(answer: Promise<T>): Promise<T | undefined> {
  return unless(404, answer);
}

/** undefined where what was to be added is there already. */
export function orThere<T>(answer: Promise<T>): Promise<T | undefined> {
  return unless(409, answer);
}

async function unless<T>(status: number, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ServerRefusal && error.status === status) {
      return undefined;
    }
    throw error;
  }
}

/** The server names fields of the request; a person declared another one, which the error is to name. */
export async function aboutField<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ServerRefusal) {
      throw error.about(field);
    }
    throw error;
  }
}

/** Why something that this stack made may stand in the way all the same. */
export const forgottenByStack =
  "Pulumi's options `deletedWith` and `retainOnDelete`, and `pulumi state delete`, let the stack forget a resource without deleting its object. That goes along only as long as it is as this stack made it and the journal has it (`.haleconnect/` beside the program).";
