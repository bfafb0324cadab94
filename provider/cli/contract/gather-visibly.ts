import type { PulledDocument } from "../../binding/pulling/pull";
import { warnOfMissingSecrets } from "../in-stack";
import { LateProgress } from "../late-progress";
import type { VerbContext } from "../verb";
import { untilAborted } from "../until-aborted";
import { gather, type Wish } from "./gather";

/** Gathers documents, shows how far it is, and ends at once with Ctrl-C. */
export async function gatherVisibly(
  wish: Omit<Wish, "advance" | "env" | "signal">,
  context: VerbContext,
): Promise<readonly PulledDocument[]> {
  const { terminal, env, signal } = context;
  if (wish.folder === undefined) {
    warnOfMissingSecrets(context);
  }
  const progress = new LateProgress(terminal.stderr, "Reading API documents");
  const advance = (name: string): void => {
    progress.advance(name);
  };
  return untilAborted(gather({ ...wish, env, signal, advance }), signal).finally(() => {
    progress.end();
  });
}
