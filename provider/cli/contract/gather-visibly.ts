import type { PulledDocument } from "../../binding/pulling/pull";
import { LateProgress } from "../late-progress";
import type { VerbContext } from "../verb";
import { untilAborted } from "../until-aborted";
import { gather, type Wish } from "./gather";

/** Gathers documents, shows how far it is, and ends at once with Ctrl-C. */
export async function gatherVisibly(
  wish: Omit<Wish, "advance" | "env" | "signal">,
  { terminal, env, signal, missingSecrets = [] }: VerbContext,
): Promise<readonly PulledDocument[]> {
  const { stderr } = terminal;
  if (wish.folder === undefined) {
    missingSecrets.forEach((text) => {
      terminal.warn(text);
    });
  }
  const progress = new LateProgress(stderr, "Reading API documents");
  const advance = (name: string): void => {
    progress.advance(name);
  };
  return untilAborted(gather({ ...wish, env, signal, advance }), signal).finally(() => {
    progress.end();
  });
}
