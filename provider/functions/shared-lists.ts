/**
 * Milliseconds. What is looked up at the same time shares one list; what waits for a resource gets one of its own, since
 * the resource is newer than the list of before.
 */
export const SHARED_FOR = 500;
