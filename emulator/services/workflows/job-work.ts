import type { workflows } from "../../../provider/contract";
import type { WorldEvent } from "../../world/events";

/** What a job did. Its changes are committed when it ends, and no earlier. */
export interface Work {
  readonly log: readonly string[];
  readonly report?: readonly workflows.ValidationFinding[];
  readonly result?: string;
  readonly changes?: readonly WorldEvent[];
}
