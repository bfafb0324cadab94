import type { Client } from "../client";

/**
 * Milliseconds. What is looked up at the same time shares one list; what waits for a resource gets one of its own, since
 * the resource is newer than the list of before.
 */
export const SHARED_FOR = 500;

/** What is looked for in a list: in the shared one, and where that has nothing of it in a new one. */
export async function inSharedOrNew<T>(look: (oldest: number) => Promise<readonly T[]>): Promise<readonly T[]> {
  const shared = await look(SHARED_FOR);
  // It may be newer than the shared list.
  return shared.length > 0 ? shared : look(0);
}

/** More than a run makes of one kind in the time that a list is shared, with the requests per second that are usual. */
const MOST_ALONE = 20;

const looks = new WeakMap<Client, readonly number[]>();

/** Whether so much is looked for at the same time that a list costs less than each of it alone. */
export function isOneOfMany(client: Client): boolean {
  const now = client.now();
  const lately = [...(looks.get(client) ?? []), now].filter((at) => now - at <= SHARED_FOR).slice(-MOST_ALONE - 1);
  looks.set(client, lately);
  return lately.length > MOST_ALONE;
}
