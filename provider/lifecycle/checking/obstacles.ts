import type { ErrorDetails } from "../../errors";
import type { Obstacle } from "../../kinds";

/** Several obstacles as one error; what they have in common is said once. */
export function inOneError(obstacles: readonly Obstacle[]): ErrorDetails {
  const all = (part: "what" | "why" | "remedy"): string[] => [...new Set(obstacles.map((it) => it[part]))];
  // The latter are whole sentences.
  return { what: all("what").join("; "), why: all("why").join(" "), remedy: all("remedy").join(" ") };
}
