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
