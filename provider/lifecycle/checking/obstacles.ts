import type { ErrorDetails } from "../../errors";
import type { Obstacle } from "../../kinds";

/** Makes one error of several obstacles. It says once what they have in common. */
export function inOneError(obstacles: readonly Obstacle[]): ErrorDetails {
  const all = (part: "what" | "why" | "remedy"): string[] => [...new Set(obstacles.map((it) => it[part]))];
  // `why` and `remedy` are whole sentences, `what` is not.
  return { what: all("what").join("; "), why: all("why").join(" "), remedy: all("remedy").join(" ") };
}
