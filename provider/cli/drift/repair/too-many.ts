import type { RepairWay } from "../../../drift/repair/aim";
import { HaleconnectError } from "../../../errors";

/** How long a command line may be. Systems differ, and other words and the environment need room too. */
const LONGEST = process.platform === "win32" ? 24_000 : 1_000_000;

/** Pulumi takes resources by their URNs on its command line. */
export function refuseTooMany(targets: readonly string[], way: RepairWay): void {
  const length = targets.reduce((sum, word) => sum + word.length + 1, 0);
  if (length > LONGEST) {
    throw new HaleconnectError("HC1007", {
      what: `--${way} has ${targets.length / 2} resources, more than a command line takes`,
      where: `--${way}`,
      why: "Pulumi takes each resource by its URN on the command line.",
      remedy:
        "Repair them in parts, with --kind or --target. For all of the stack, run `pulumi up --refresh --run-program` or `pulumi refresh`.",
    });
  }
}
