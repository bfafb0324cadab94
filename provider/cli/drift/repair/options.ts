import type { RepairWay } from "../../../drift/repair/aim";
import { HaleconnectError } from "../../../errors";
import type { Terminal } from "../../terminal";
import type { DriftOptions } from "../options";

/** How drift is to be put in order, if it is. Nobody is asked in a pipeline, so there it takes --yes. */
export function readWay(
  { restore, accept, yes }: DriftOptions,
  { stderr }: Terminal,
  canAnswer: boolean,
): RepairWay | undefined {
  const way = restore === true ? "restore" : accept === true ? "accept" : undefined;
  const canAsk = canAnswer && stderr.isTTY === true;
  if (way !== undefined && yes !== true && !canAsk) {
    throw new HaleconnectError("HC8312", { where: `--${way}` });
  }
  return way;
}

/** Options that contradict each other, each with the reason. */
export function refuseContradictions(options: DriftOptions): void {
  const { restore, accept, desired, state, writeIgnore, yes } = options;
  const way = restore === true ? "--restore" : accept === true ? "--accept" : undefined;
  if (restore === true && accept === true) {
    throw contradiction("--restore", "--accept", "--restore changes the platform, and --accept changes the state.");
  }
  if (way !== undefined && state !== undefined) {
    throw contradiction(way, "--state", "Pulumi works on the stack, not on a file.");
  }
  if (way !== undefined && writeIgnore === true) {
    throw contradiction(way, "--write-ignore", "Drift that Pulumi repairs needs no rule.");
  }
  if (desired === true && state !== undefined) {
    throw contradiction("--desired", "--state", "Pulumi compares the program with the stack, not with a file.");
  }
  if (yes === true && way === undefined) {
    throw new HaleconnectError("HC1007", {
      what: "--yes needs --restore or --accept",
      where: "--yes",
      why: "Without one of these options, the command changes nothing and asks nothing.",
    });
  }
}

function contradiction(one: string, other: string, why: string): HaleconnectError {
  return new HaleconnectError("HC1007", { what: `${one} cannot be used with ${other}`, where: one, why });
}
