import type { Reply } from "./visitor";

/** One call after the other, each of which has to succeed. */
export async function inOrder(...calls: readonly (() => Promise<Reply>)[]): Promise<unknown[]> {
  const bodies: unknown[] = [];
  for (const call of calls) {
    const { status, body } = await call();
    if (status >= 300) {
      throw new Error(`${call.toString()}: ${JSON.stringify(body)}`);
    }
    bodies.push(body);
  }
  return bodies;
}
