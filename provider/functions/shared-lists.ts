import type { Client } from "../client";

/**
 * Milliseconds. Calls at the same time share one list. A call that waits for a resource gets a new list, since the
 * resource is newer than the list before.
 */
export const SHARED_FOR = 500;

/** Looks in the shared list, and if that has nothing, in a new one. */
export async function inSharedOrNew<T>(look: (oldest: number) => Promise<readonly T[]>): Promise<readonly T[]> {
  const shared = await look(SHARED_FOR);
  // The object may be newer than the shared list.
  return shared.length > 0 ? shared : look(0);
}

/** More than a run usually creates of one kind while a list is shared. */
const MOST_ALONE = 20;

const looks = new WeakMap<Client, readonly number[]>();

/** Whether there are so many calls at the same time that a list costs less than reading each object alone. */
export function isOneOfMany(client: Client): boolean {
  const now = client.now();
  const lately = [...(looks.get(client) ?? []), now].filter((at) => now - at <= SHARED_FOR).slice(-MOST_ALONE - 1);
  looks.set(client, lately);
  return lately.length > MOST_ALONE;
}
