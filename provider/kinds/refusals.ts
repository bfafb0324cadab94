import { ServerRefusal } from "../client";

/** undefined: the server does not have the object. */
export function orAbsent<T>(answer: Promise<T>): Promise<T | undefined> {
  return unless(404, answer);
}

/** undefined: the server already has what was to be added. */
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

/** The server names a field of the request. The error has to name the field that a person declared. */
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

/** Why something that this stack made may still stand in the way. */
export const forgottenByStack =
  "Pulumi's options `deletedWith` and `retainOnDelete`, and `pulumi state delete`, let the stack forget a resource without deleting its object. The provider deletes such an object as well only if nobody has changed it since this stack made it, and if the journal (`.haleconnect/` beside the program) still names it.";
