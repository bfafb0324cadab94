import readline from "node:readline/promises";
import type { Output } from "../../terminal";

/** Asks somebody, who agrees with `y` or `yes`. All else is a no, also the end of the input. */
export async function agrees(
  question: string,
  streams: { readonly input: NodeJS.ReadableStream; readonly output: Output },
  signal: AbortSignal,
): Promise<boolean> {
  const asked = readline.createInterface({ input: streams.input, terminal: false });
  const closed = new Promise<string>((resolve) => asked.once("close", () => resolve("")));
  streams.output.write(`${question} [y/N] `);
  try {
    const answer = await Promise.race([asked.question("", { signal }), closed]);
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    asked.close();
  }
}
