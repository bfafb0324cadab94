import { ServerRefusal } from "../../client";

/** Whether the server refuses a creation because something has the key already. */
export function isTaken(error: unknown): error is ServerRefusal {
  return error instanceof ServerRefusal && error.status === 409;
}
