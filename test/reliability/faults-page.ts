import type { Deviations } from "./comparison";
import type { Outcome } from "./faults";

/** A life that did not come to what was declared. */
export interface Failure {
  readonly failure: string;
  /** Absent where something else went wrong. */
  readonly deviations?: Deviations;
}

export type Ending = Outcome | Failure;

export function isFailure(ending: Ending): ending is Failure {
  return typeof ending !== "string";
}

/** What came of all lives, counted. */
export function sumOf(endings: readonly Ending[]): string {
  const lives = endings.filter((ending) => ending !== "does not apply");
  const failures = lives.filter(isFailure);
  const converged = lives.filter((ending) => ending === "converges").length;
  const stopped = lives.length - failures.length - converged;
  const count = (what: keyof Deviations): number =>
    failures.reduce((sum, { deviations }) => sum + (deviations?.[what].length ?? 0), 0);
  return [
    `${lives.length} lives: ${converged} converged by themselves`,
    `${stopped} stopped with a clear error and converged with the next run`,
    `${failures.length} failed`,
    `${count("lost")} organisations lost, ${count("doubled")} doubled, ${count("different")} fields with another value`,
  ].join(", ");
}

export function tableOf(operations: readonly string[], faults: readonly string[], of: Endings): string {
  const rows = operations.map((key) => [`\`${key}\``, ...faults.map((fault) => inShort(of(key, fault)))]);
  return [["operation", ...faults], ["---", ...faults.map(() => "---")], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

type Endings = (operation: string, fault: string) => Ending | undefined;

function inShort(ending: Ending | undefined): string {
  if (ending === undefined || isFailure(ending)) {
    return "✗";
  }
  return ending === "converges" ? "✓" : ending === "does not apply" ? "–" : ending.replace("stops with ", "");
}
