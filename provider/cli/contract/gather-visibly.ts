import type { PulledDocument } from "../../binding/pulling/pull";
import { LateProgress } from "../late-progress";
import type { Terminal } from "../terminal";
import { untilAborted } from "../until-aborted";
import { gather, type Wish } from "./gather";

/** Gathers documents, shows how far it is, and ends at once with Ctrl-C. */
export async function gatherVisibly(
  wish: Omit<Wish, "advance">,
  { stderr }: Terminal,
): Promise<readonly PulledDocument[]> {
  const progress = new LateProgress(stderr, "Reading API documents");
  const advance = (name: string): void => {
    progress.advance(name);
  };
  return untilAborted(gather({ ...wish, advance }), wish.signal).finally(() => {
    progress.end();
  });
}
